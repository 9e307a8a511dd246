# rule: collab.ratings_are_text
# source: constructed
# says: third column, .?title
# says: rating_name='rating'
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
ratings = ratings.assign(title='Film')[['user', 'movie', 'title', 'rating']]
# %% fails
dls = CollabDataLoaders.from_df(ratings, bs=16)
# %% mended
dls = CollabDataLoaders.from_df(ratings, bs=16, rating_name='rating')
