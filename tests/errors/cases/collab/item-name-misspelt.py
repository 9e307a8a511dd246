# rule: collab.no_such_column
# source: constructed
# says: item_name
# says: item_name='title'
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
ratings['title'] = ratings.movie.astype(str) + ' (1995)'
# %% fails
dls = CollabDataLoaders.from_df(ratings, item_name='titel', bs=16)
# %% mended
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=16)
