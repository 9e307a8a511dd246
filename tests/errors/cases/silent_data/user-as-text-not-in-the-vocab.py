# notice: vocab_keys.not_in_the_vocab
# source: constructed
# says: not\s+in\s+the\s+vocab
# says: o2i\[7\]
# %% before
from fastai.collab import *
from fastai.tabular.all import *
rng = np.random.RandomState(0)
ratings = pd.DataFrame({'user': rng.randint(1, 30, 300), 'item': rng.randint(1, 20, 300), 'rating': rng.randint(1, 6, 300)})
dls = CollabDataLoaders.from_df(ratings, bs=64)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
# %% cell
user = '7'
me = learn.dls.classes['user'].o2i['7']
learn.model.u_bias.weight[me]
# %% mended
me = learn.dls.classes['user'].o2i[7]
learn.model.u_bias.weight[me]
