# notice: ranges.too_narrow
# source: constructed
# says: y_range
# says: 5
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'rating': [1., 2., 3., 4., 5.] * 8, 'user': list(range(8)) * 5, 'movie': list('abcdefgh') * 5, 'timestamp': range(40)})
# %% cell
dls = CollabDataLoaders.from_df(ratings, user_name='user', item_name='movie', rating_name='rating', bs=4)
learn = collab_learner(dls, n_factors=5, y_range=(0, 1))
# %% mended
dls = CollabDataLoaders.from_df(ratings, user_name='user', item_name='movie', rating_name='rating', bs=4)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
