# notice: tables.columns_of_ratings
# source: constructed
# says: rating_name='score'
# %% before
from fastai.collab import *
from fastai.tabular.all import *
votes = pd.DataFrame({'timestamp': range(9000, 9200), 'user': [i % 9 for i in range(200)],
                      'book': [i % 13 + 20 for i in range(200)], 'score': [1 + i % 5 for i in range(200)]})
# %% cell
dls = CollabDataLoaders.from_df(votes, bs=64)
learn = collab_learner(dls, n_factors=4, y_range=(0, 5.5))
# %% mended
dls = CollabDataLoaders.from_df(votes, bs=64, user_name='user', item_name='book', rating_name='score')
learn = collab_learner(dls, n_factors=4, y_range=(0, 5.5))
