# notice: training.metric_for_classes
# source: constructed
# says: accuracy
# says: rmse|mae
# says: numbers
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.rand(80) * 60, 'sex': ['m', 'f'] * 40, 'survived': [0, 1] * 40})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['sex'], cont_names=['age'], y_names='survived', bs=8)
# %% cell
learn = tabular_learner(dls, layers=[10], metrics=accuracy)
learn.fit(1)
# %% mended
learn = tabular_learner(dls, layers=[10], metrics=rmse)
learn.fit(1)
