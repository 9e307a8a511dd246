# rule: saving_sizes.other_embedding
# source: https://github.com/songyouwei/ABSA-PyTorch/issues/96
# says: rows
# says: embedding
# %% before
from fastai.collab import *
from fastai.tabular.all import *
def ratings(n): return pd.DataFrame({'user': [i % n for i in range(100)], 'movie': [i % 7 for i in range(100)], 'rating': [1. + i % 5 for i in range(100)]})
dls = CollabDataLoaders.from_df(ratings(10), bs=16)
collab_learner(dls, n_factors=4).save('films')
dls2 = CollabDataLoaders.from_df(ratings(20), bs=16)
learn = collab_learner(dls2, n_factors=4)
# %% fails
learn.load('films')
# %% mended
learn = collab_learner(dls, n_factors=4)
learn.load('films')
