# rule: tabular_splits.splits_are_none
# source: constructed
# says: again
# says: old = df\.index\[df\.age > 60\]\s+valid_rows = list\(old\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'age': range(80), 'salary': ['<50k', '>=50k'] * 40})
df = df.dropna()[20:]
old = df.index[df.age > 60]
valid_rows = list(old)
df = df.reset_index(drop=True)
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=valid_rows, bs=8)
# %% mended
old = df.index[df.age > 60]
valid_rows = list(old)
dls = TabularDataLoaders.from_df(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', valid_idx=valid_rows, bs=8)
