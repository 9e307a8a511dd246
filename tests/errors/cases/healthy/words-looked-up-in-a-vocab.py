# notice: none
# source: constructed
# %% before
from fastai.collab import *
from fastai.tabular.all import *
rng = np.random.RandomState(0)
titles = ['Heat (1995)', 'Alien (1979)', 'Big (1988)', 'Speed (1994)']
ratings = pd.DataFrame({'user': rng.randint(1, 30, 300), 'title': rng.choice(titles, 300), 'rating': rng.randint(1, 6, 300)})
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=64)
o2i = dls.classes['title'].o2i
# %% before
dls.classes['title'].o2i['a film that nobody has rated']
# %% cell
rows = [o2i[t] for t in titles]
user = dls.classes['user'].o2i[7]
alien = o2i['Alien (1979)']
missing = dls.classes['title'].o2i['#na#']
dls.classes['title'].map_objs(titles)
