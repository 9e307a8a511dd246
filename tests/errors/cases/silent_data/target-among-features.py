# notice: tables.target_among_features
# source: constructed
# says: fare
# says: cont_names
# says: dep_var
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80), 'sex': ['m', 'f'] * 40, 'fare': np.random.rand(80), 'id': [f'p{i}' for i in range(80)]})
# %% cell
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age', 'fare'], y_names='fare', bs=8)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', bs=8)
