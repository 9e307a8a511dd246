# rule: python_attributes.of_own_class
# source: constructed
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
class Film:
    def __init__(self, title): self.title = title
film = Film('Heat')
# %% fails
film.i_bias
