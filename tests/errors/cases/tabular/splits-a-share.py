# rule: tabular_splits.splits_are_none
# source: constructed
# says: RandomSplitter\(valid_pct=0.2\)\(range_of\(df\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=0.2)
# %% mended
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=RandomSplitter(valid_pct=0.2)(range_of(df)))
