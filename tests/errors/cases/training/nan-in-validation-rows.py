# notice: training.valid_has_missing
# source: constructed
# says: validation loss
# says: FillMissing
# says: age
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80) * 60, 'sex': ['m', 'f'] * 40, 'fare': np.random.rand(80)})
df.loc[70:, 'age'] = np.nan
# %% cell
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['sex'], cont_names=['age'], y_names='fare', bs=8, valid_idx=list(range(60, 80)))
learn = tabular_learner(dls, layers=[10])
learn.fit(2, 1e-3)
