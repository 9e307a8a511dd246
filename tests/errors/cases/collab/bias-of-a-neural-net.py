# rule: collab_models.part_by_other_name
# source: constructed
# says: use_nn=True
# says: collab_learner\(dls, y_range=\(0, 5\.5\)\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, use_nn=True, layers=[10, 5], y_range=(0, 5.5))
# %% fails
movie_bias = learn.model.i_bias.weight.squeeze()
# %% mended
learn = collab_learner(dls, y_range=(0, 5.5))
movie_bias = learn.model.i_bias.weight.squeeze()
