# rule: collab.no_such_column
# source: constructed
# says: 2 columns
# says: Three
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
few = ratings[['user', 'rating']]
# %% fails
dls = CollabDataLoaders.from_df(few, bs=16)
# %% mended
few = ratings[['user', 'movie', 'rating']]
dls = CollabDataLoaders.from_df(few, bs=16)
