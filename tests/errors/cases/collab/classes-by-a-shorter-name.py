# rule: categories.no_classes_of
# source: constructed
# says: dls\.classes\['user_id'\]
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user_id': [i % 10 for i in range(200)], 'movie_id': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
def number_of_users(dls): return len(dls.classes['users'])
# %% fails
n_users = number_of_users(dls)
# %% mended
n_users = len(dls.classes['user_id'])
