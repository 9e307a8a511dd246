# rule: tabular_splits.splits_are_none
# source: constructed
# says: splits = RandomSplitter\(\)\(range_of\(df\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
splits = RandomSplitter(range_of(df))
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=splits)
# %% mended
splits = RandomSplitter()(range_of(df))
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=splits)
