# notice: training.one_output_cross_entropy
# source: https://github.com/fastai/fastai/issues/881
# says: one\s+output
# says: always\s+0
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': [0., 1.] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'], y_names='rich', bs=8)
# %% cell
learn = tabular_learner(dls, layers=[4], loss_func=nn.CrossEntropyLoss())
learn.fit(1)
