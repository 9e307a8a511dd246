# rule: collab.ratings_are_text
# source: constructed
# says: text
# says: ratings\['rating'\].astype\(float\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
ratings['rating'] = ratings['rating'].astype(str)
# %% fails
dls = CollabDataLoaders.from_df(ratings, bs=16)
# %% mended
ratings['rating'] = ratings['rating'].astype(float)
dls = CollabDataLoaders.from_df(ratings, bs=16)
