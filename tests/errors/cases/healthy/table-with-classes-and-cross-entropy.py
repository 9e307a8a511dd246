# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'], y_names='rich', bs=8)
# %% cell
learn = tabular_learner(dls, layers=[4], loss_func=CrossEntropyLossFlat(), metrics=accuracy)
learn.fit(1)
