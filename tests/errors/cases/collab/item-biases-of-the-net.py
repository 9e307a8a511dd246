# rule: collab_models.part_by_other_name
# source: constructed
# says: use_nn
# says: advice = collab_learner\(dls, y_range=\(1, 6\)\)
# says: without
# %% before
from fastai.collab import *
from fastai.tabular.all import *
rng = np.random.default_rng(2)
stars = pd.DataFrame({'reader': rng.integers(0, 9, 90), 'book': rng.choice(list('abcdef'), 90), 'stars': rng.integers(1, 6, 90).astype(float)})
dls = CollabDataLoaders.from_df(stars, item_name='book', bs=16)
advice = collab_learner(dls, use_nn=True, layers=[12], y_range=(1, 6))
# %% fails
best = advice.model.i_bias.weight.squeeze().argsort()
# %% mended
advice = collab_learner(dls, y_range=(1, 6))
advice.fit_one_cycle(5, 5e-3)
best = advice.model.i_bias.weight.squeeze().argsort()
