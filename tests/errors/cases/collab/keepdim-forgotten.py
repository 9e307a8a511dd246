# rule: collab_models.keepdim_missing
# source: https://github.com/fastai/fastbook/blob/master/08_collab.ipynb
# says: keepdim=True
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
class DotProductBias(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.user_factors, self.user_bias = Embedding(n_users, n_factors), Embedding(n_users, 1)
        self.movie_factors, self.movie_bias = Embedding(n_movies, n_factors), Embedding(n_movies, 1)
    def forward(self, x):
        users, movies = self.user_factors(x[:,0]), self.movie_factors(x[:,1])
        res = (users * movies).sum(dim=1)
        res += self.user_bias(x[:,0]) + self.movie_bias(x[:,1])
        return res
learn = Learner(dls, DotProductBias(11, 18, 5), loss_func=MSELossFlat())
# %% fails
learn.fit(1)
# %% mended
class DotProductBias(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.user_factors, self.user_bias = Embedding(n_users, n_factors), Embedding(n_users, 1)
        self.movie_factors, self.movie_bias = Embedding(n_movies, n_factors), Embedding(n_movies, 1)
    def forward(self, x):
        users, movies = self.user_factors(x[:,0]), self.movie_factors(x[:,1])
        res = (users * movies).sum(dim=1, keepdim=True)
        res += self.user_bias(x[:,0]) + self.movie_bias(x[:,1])
        return res
learn = Learner(dls, DotProductBias(11, 18, 5), loss_func=MSELossFlat())
learn.fit(1)
