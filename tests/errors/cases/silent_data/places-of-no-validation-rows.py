# notice: nothing_held_out.none_held_out
# source: constructed
# says: valid_idx=late\s+holds\s+out\s+none\s+of\s+the\s+40\s+items
# says: Leave\s+valid_idx\s+out
# %% before
from fastai.tabular.all import *
goats = pd.DataFrame({"age": [float(i % 9) for i in range(40)], "kind": ["alpine", "boer"] * 20})
late = list(goats.index[goats.age > 20])
# %% cell
dls = TabularDataLoaders.from_df(goats, y_names="kind", cont_names=["age"], procs=[Normalize], valid_idx=late, bs=8)
learn = tabular_learner(dls, layers=[8], metrics=accuracy)
learn.fit(1)
# %% mended
dls = TabularDataLoaders.from_df(goats, y_names="kind", cont_names=["age"], procs=[Normalize], bs=8)
learn = tabular_learner(dls, layers=[8], metrics=accuracy)
learn.fit(1)
