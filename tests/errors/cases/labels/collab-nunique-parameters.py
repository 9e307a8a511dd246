# rule: label_numbers.embedding_too_small
# source: constructed after the collab chapter of fastbook
# says: #na#
# says: user_factors
# says: len\(dls\.classes\['user'\]\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 for i in range(200)], 'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=64)
def create_params(size): return nn.Parameter(torch.zeros(*size).normal_(0, 0.01))
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors):
        self.user_factors = create_params([n_users, n_factors])
        self.movie_factors = create_params([n_movies, n_factors])
    def forward(self, x):
        users = self.user_factors[x[:, 0]]
        return (users * self.movie_factors[x[:, 1]]).sum(dim=1)
# %% fails
n_users, n_movies = ratings.user.nunique(), ratings.movie.nunique()
learn = Learner(dls, DotProduct(n_users, n_movies, 5), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
# %% mended
n_users = len(dls.classes['user'])
n_movies = len(dls.classes['movie'])
learn = Learner(dls, DotProduct(n_users, n_movies, 5), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
