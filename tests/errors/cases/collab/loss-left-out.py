# rule: collab_models.loss_not_given
# source: https://github.com/fastai/fastbook/blob/master/08_collab.ipynb
# says: MSELossFlat\(\)
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
model = DotProduct(len(dls.classes['user']), len(dls.classes['movie']), 5)
# %% fails
learn = Learner(dls, model)
# %% mended
learn = Learner(dls, model, loss_func=MSELossFlat())
learn.fit(1)
