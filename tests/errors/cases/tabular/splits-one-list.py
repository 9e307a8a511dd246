# rule: tabular_splits.splits_are_none
# source: constructed
# says: IndexSplitter\(valid_idx\)\(range_of\(df\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
valid_idx = list(range(60, 80))
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=valid_idx)
# %% mended
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=IndexSplitter(valid_idx)(range_of(df)))
