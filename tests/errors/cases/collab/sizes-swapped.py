# rule: collab_models.sizes_or_columns_swapped
# source: constructed
# says: each other's place
# says: n_users = len\(dls.classes\['user'\]\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.user_factors = Embedding(n_users, n_factors)
        self.movie_factors = Embedding(n_movies, n_factors)

    def forward(self, x):
        users = self.user_factors(x[:,0])
        movies = self.movie_factors(x[:,1])
        return (users * movies).sum(dim=1)
n_users, n_movies = len(dls.classes['user']), len(dls.classes['movie'])
learn = Learner(dls, DotProduct(n_movies, n_users, 5), loss_func=MSELossFlat())
# %% fails
learn.fit_one_cycle(1, 5e-3)
# %% mended
n_users = len(dls.classes['user'])
n_movies = len(dls.classes['movie'])
learn = Learner(dls, DotProduct(n_users, n_movies, 5), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
