# notice: yes_or_no.classes_learnt_as_numbers
# source: https://forums.fast.ai (tabular, a target of 0 and 1)
# says: 'left'|left\s+holds\s+only\s+0\s+and\s+1
# says: y_block=CategoryBlock\(\)
# %% before
from fastai.tabular.all import *

staff = pd.DataFrame({"team": ["a", "b", "c"] * 20, "age": np.random.rand(60), "left": [0, 1, 1, 0] * 15})
# %% cell
dls = TabularDataLoaders.from_df(
    staff, procs=[Categorify, Normalize], cat_names=["team"], cont_names=["age"], y_names="left", bs=16
)
learn = tabular_learner(dls, layers=[8])
# %% mended
dls = TabularDataLoaders.from_df(
    staff,
    procs=[Categorify, Normalize],
    cat_names=["team"],
    cont_names=["age"],
    y_names="left",
    y_block=CategoryBlock(),
    bs=16,
)
learn = tabular_learner(dls, layers=[8])
