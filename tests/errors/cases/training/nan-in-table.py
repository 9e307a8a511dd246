# notice: training.diverged
# source: constructed
# says: FillMissing
# says: `?age`?
# says: missing
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80) * 60, 'sex': ['m', 'f'] * 40, 'fare': np.random.rand(80)})
df.loc[::3, 'age'] = np.nan
# %% cell
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', bs=8)
learn = tabular_learner(dls, layers=[10])
learn.fit(2, 1e-3)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', bs=8)
learn = tabular_learner(dls, layers=[10])
learn.fit(2, 1e-3)
