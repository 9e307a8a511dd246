# rule: collab.metric_for_classes
# source: constructed
# says: accuracy
# says: rmse
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
# %% fails
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5), metrics=accuracy)
learn.fit_one_cycle(1, 5e-3)
# %% mended
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5), metrics=rmse)
learn.fit_one_cycle(1, 5e-3)
