# rule: tabular.no_numbers_in_cont
# source: constructed
# says: cat_names=\['port', 'deck'\]
# says: cont_names=\['fare'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'port': [1, 2] * 20, 'deck': ['a', 'b'] * 20, 'fare': [7.0, 8.0, 9.0, 3.0] * 10, 'alive': [0, 1] * 20})
df.loc[5, 'fare'] = np.nan
# %% fails
dls = TabularDataLoaders.from_df(df, y_names='alive', cat_names=['port'], cont_names=['fare', 'deck'], procs=[Categorify, FillMissing, Normalize], y_block=CategoryBlock(), bs=8)
# %% mended
dls = TabularDataLoaders.from_df(df, y_names='alive', cat_names=['port', 'deck'], cont_names=['fare'], procs=[Categorify, FillMissing, Normalize], y_block=CategoryBlock(), bs=8)
