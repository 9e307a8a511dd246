# notice: none
# source: fastbook, chapter 8
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': list(range(8)) * 5, 'movie': list('abcdefgh') * 5, 'rating': [1., 2., 3., 4., 5.] * 8, 'timestamp': range(40)})
dls = CollabDataLoaders.from_df(ratings, item_name='movie', bs=8)
# %% cell
def create_params(size): return nn.Parameter(torch.zeros(*size).normal_(0, 0.01))
class DotProductBias(Module):
    def __init__(self, n_users, n_movies, n_factors, y_range=(0, 5.5)):
        self.user_factors = create_params([n_users, n_factors])
        self.user_bias = create_params([n_users])
        self.movie_factors = create_params([n_movies, n_factors])
        self.movie_bias = create_params([n_movies])
        self.y_range = y_range
    def forward(self, x):
        users = self.user_factors[x[:,0]]
        movies = self.movie_factors[x[:,1]]
        res = (users*movies).sum(dim=1)
        res += self.user_bias[x[:,0]] + self.movie_bias[x[:,1]]
        return sigmoid_range(res, *self.y_range)
model = DotProductBias(len(dls.classes['user']), len(dls.classes['movie']), 5)
learn = Learner(dls, model, loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3, wd=0.1)
