# notice: tables.columns_of_ratings
# source: constructed
# says: rating_name='rating'
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'rating': [1., 2., 3., 4., 5.] * 8, 'user': list(range(8)) * 5, 'movie': list('abcdefgh') * 5, 'timestamp': range(40)})
# %% cell
dls = CollabDataLoaders.from_df(ratings[['rating', 'user', 'timestamp']], bs=4) if False else CollabDataLoaders.from_df(ratings.drop(columns='movie')[['user', 'rating', 'timestamp']], bs=4)
# %% mended
dls = CollabDataLoaders.from_df(ratings, user_name='user', item_name='movie', rating_name='rating', bs=4)
