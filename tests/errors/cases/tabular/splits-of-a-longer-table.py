# rule: tabular_splits.splits_are_none
# source: constructed
# says: 99
# says: 80 rows
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=list(range(90, 100)))
# %% mended
valid_idx = RandomSplitter(valid_pct=0.2)(range_of(df))[1]
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=valid_idx)
