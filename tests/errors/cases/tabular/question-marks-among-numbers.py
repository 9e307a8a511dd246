# rule: tabular.no_numbers_in_cont
# source: https://archive.ics.uci.edu/dataset/9/auto+mpg
# says: horsepower
# says: '\?'
# says: to_numeric
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['horsepower'] = [str(90 + o) if o % 9 else '?' for o in range(80)]
# %% fails
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age', 'horsepower'], y_names='salary',
                   splits=(list(range(60)), list(range(60, 80))))
# %% mended
df['horsepower'] = pd.to_numeric(df['horsepower'], errors='coerce')
to = TabularPandas(df, [Categorify, FillMissing, Normalize], ['workclass'], ['age', 'horsepower'], y_names='salary',
                   splits=(list(range(60)), list(range(60, 80))))
