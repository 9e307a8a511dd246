# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *

df = pd.DataFrame(
    {
        "team": ["a", "b", "c"] * 20,
        "age": np.random.rand(60),
        "left": [0, 1, 1, 0] * 15,
        "grade": [3, 5, 6, 7] * 15,
    }
)
names = dict(procs=[Categorify, Normalize], cat_names=["team"], cont_names=["age"], bs=16)
dls = TabularDataLoaders.from_df(df, y_names="left", y_block=RegressionBlock(), **names)
graded = TabularDataLoaders.from_df(df, y_names="grade", **names)
classes = TabularDataLoaders.from_df(df, y_names="left", y_block=CategoryBlock, **names)
# %% cell
linear_probability = tabular_learner(dls, layers=[8])
grades = tabular_learner(graded, layers=[8])
kinds = tabular_learner(classes, layers=[8])
ranged = tabular_learner(graded, layers=[8], metrics=rmse, y_range=(0, 10))
