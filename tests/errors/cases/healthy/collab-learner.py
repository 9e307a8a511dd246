# notice: none
# source: fastbook, chapter 8
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': list(range(8)) * 5, 'title': list('abcdefgh') * 5, 'rating': [1, 2, 3, 4, 5] * 8})
# %% cell
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=8)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
learn.fit_one_cycle(1, 5e-3, wd=0.1)
learn = collab_learner(dls, use_nn=True, y_range=(0.5, 5.5), layers=[10])
learn.fit_one_cycle(1, 5e-3)
