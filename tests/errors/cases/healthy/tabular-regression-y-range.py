# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'a': np.random.rand(80), 'b': ['x', 'y'] * 40, 'price': np.random.rand(80)*10})
# %% cell
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['b'], cont_names=['a'], y_names='price', valid_idx=list(range(64, 80)), bs=16)
learn = tabular_learner(dls, layers=[10], n_out=1, y_range=(-1, 11), loss_func=F.mse_loss, metrics=rmse)
learn.fit_one_cycle(1, 1e-2)
