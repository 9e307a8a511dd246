# rule: collab_models.forward_of_two
# source: constructed
# says: column
# says: users, movies = x\[:,0\], x\[:,1\]
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.u, self.m = Embedding(n_users, n_factors), Embedding(n_movies, n_factors)
    def forward(self, users, movies): return (self.u(users) * self.m(movies)).sum(dim=1)
learn = Learner(dls, DotProduct(11, 18, 5), loss_func=MSELossFlat())
# %% fails
learn.fit(1)
# %% mended
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.u, self.m = Embedding(n_users, n_factors), Embedding(n_movies, n_factors)
    def forward(self, x):
        users, movies = x[:,0], x[:,1]
        return (self.u(users) * self.m(movies)).sum(dim=1)
learn = Learner(dls, DotProduct(11, 18, 5), loss_func=MSELossFlat())
learn.fit(1)
