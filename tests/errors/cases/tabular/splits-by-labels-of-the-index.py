# rule: tabular_splits.splits_are_none
# source: constructed
# says: index
# says: reset_index\(drop=True\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df = df[df.age > 15]
valid_idx = list(df.sample(20, random_state=1).index)
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=valid_idx)
# %% mended
df = df.reset_index(drop=True)
valid_idx = list(df.sample(20, random_state=1).index)
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=valid_idx)
