# rule: tabular_learners.y_range_no_pair
# source: constructed
# says: pair
# says: y_range=\(0, 5.5\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, n_factors=5, y_range=5.5)
# %% fails
learn.fit(1)
# %% mended
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
learn.fit(1)
