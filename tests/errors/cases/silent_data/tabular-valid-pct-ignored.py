# notice: keywords.ignored
# source: constructed
# says: valid_pct
# says: ignored
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80), 'sex': ['m', 'f'] * 40, 'fare': np.random.rand(80)})
# %% cell
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', valid_pct=0.5, bs=8)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', bs=8)
