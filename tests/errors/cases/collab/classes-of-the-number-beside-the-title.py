# rule: categories.no_classes_of
# source: constructed
# says: item_name='title'
# says: n_movies = len\(dls\.classes\['title'\]\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
ratings['title'] = 'Film ' + ratings.movie.astype(str)
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=16)
# %% fails
n_movies = len(dls.classes['movie'])
# %% mended
n_movies = len(dls.classes['title'])
