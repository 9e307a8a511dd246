# rule: tabular_splits.splits_are_none
# source: constructed
# says: tables
# says: positions
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
from sklearn.model_selection import train_test_split
splits = train_test_split(df, test_size=0.2)
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=splits)
# %% mended
splits = train_test_split(list(range_of(df)), test_size=0.2)
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=splits)
