# rule: collab_models.sizes_or_columns_swapped
# source: constructed
# says: column 0 is .?user
# says: self.user_factors\(x\[:,0\]\)
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
    def forward(self, x): return (self.user_factors(x[:,1]) * self.movie_factors(x[:,0])).sum(dim=1)
learn = Learner(dls, DotProduct(len(dls.classes['user']), len(dls.classes['movie']), 5), loss_func=MSELossFlat())
# %% fails
learn.fit(1)
# %% mended
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.user_factors = Embedding(n_users, n_factors)
        self.movie_factors = Embedding(n_movies, n_factors)
    def forward(self, x): return (self.user_factors(x[:,0]) * self.movie_factors(x[:,1])).sum(dim=1)
learn = Learner(dls, DotProduct(len(dls.classes['user']), len(dls.classes['movie']), 5), loss_func=MSELossFlat())
learn.fit(1)
