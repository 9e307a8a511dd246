# notice: training.one_output_cross_entropy
# source: https://github.com/fastai/fastai/issues/881
# says: cross_entropy\s+takes\s+a\s+softmax
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'position': [-1., 0., 1.] * 10})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'], y_names='position', bs=8)
# %% cell
learn = tabular_learner(dls, layers=[4], loss_func=F.cross_entropy)
learn.fit(1)
