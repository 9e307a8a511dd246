# notice: vocab_keys.not_in_the_vocab
# source: fastbook, chapter 8
# says: 'Heat'\s+and\s+'Alien'\s+are\s+not
# says: 'Heat\s+\(1995\)'\s+in\s+place\s+of\s+'Heat'
# %% before
from fastai.collab import *
from fastai.tabular.all import *
rng = np.random.RandomState(0)
titles = ['Heat (1995)', 'Alien (1979)', 'Big (1988)', 'Speed (1994)']
ratings = pd.DataFrame({'user': rng.randint(1, 30, 300), 'title': rng.choice(titles, 300), 'rating': rng.randint(1, 6, 300)})
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=64)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
o2i = dls.classes['title'].o2i
# %% cell
wanted = ['Heat', 'Alien']
rows = [o2i[t] for t in wanted]
learn.model.i_weight.weight[rows].shape
# %% mended
wanted = ['Heat (1995)', 'Alien (1979)']
rows = [o2i[t] for t in wanted]
learn.model.i_weight.weight[rows].shape
