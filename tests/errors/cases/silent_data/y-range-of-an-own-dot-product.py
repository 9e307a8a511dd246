# notice: ranges.too_narrow
# source: fastbook, chapter 8
# says: rating\s+goes\s+from\s+1\s+to\s+5
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': list(range(8))*5, 'movie': list('abcdefgh')*5, 'rating': [1, 2, 3, 4, 5]*8})
dls = CollabDataLoaders.from_df(ratings, bs=4)
class DotProduct(Module):
    def __init__(self, n_users, n_movies, n_factors, y_range=(0, 5.5)):
        self.users, self.movies, self.y_range = Embedding(n_users, n_factors), Embedding(n_movies, n_factors), y_range
    def forward(self, x):
        users, movies = self.users(x[:,0]), self.movies(x[:,1])
        return sigmoid_range((users * movies).sum(dim=1), *self.y_range)
# %% cell
learn = Learner(dls, DotProduct(9, 9, 5, y_range=(0, 1)), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
# %% mended
learn = Learner(dls, DotProduct(9, 9, 5), loss_func=MSELossFlat())
learn.fit_one_cycle(1, 5e-3)
