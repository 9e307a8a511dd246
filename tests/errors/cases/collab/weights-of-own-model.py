# rule: collab_models.part_by_other_name
# source: constructed
# says: movie_factors
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
learn = Learner(dls, DotProduct(11, 18, 5), loss_func=MSELossFlat())
# %% fails
movie_w = learn.model.i_weight.weight
# %% mended
movie_w = learn.model.movie_factors.weight
