# rule: collab.no_such_column
# source: constructed
# says: ratings = ratings\.set_index\('reader'\)
# says: ratings = ratings\.reset_index\(\)
# %% before
from fastai.tabular.all import *
from fastai.collab import *
ratings = pd.DataFrame(dict(reader=np.random.randint(1, 9, 90), book=np.random.choice(['a', 'b', 'c'], 90), stars=np.random.randint(1, 6, 90), day=1))
ratings = ratings.set_index('reader')
# %% fails
dls = CollabDataLoaders.from_df(ratings, user_name='reader', item_name='book', rating_name='stars', bs=16)
# %% mended
ratings = ratings.reset_index()
dls = CollabDataLoaders.from_df(ratings, user_name='reader', item_name='book', rating_name='stars', bs=16)
