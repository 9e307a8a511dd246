# rule: tabular.no_such_column
# source: constructed
# says: cont_names
# says: cont_names = \['age', 'hours'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
cont_names = ['Age', 'hours']
# %% fails
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'], cont_names=cont_names, y_names='salary')
# %% mended
cont_names = ['age', 'hours']
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'], cont_names=cont_names, y_names='salary')
