# notice: factor_names.names_of_other_rows
# source: constructed
# %% before
from fastai.collab import *
from fastai.tabular.all import *
films = [f'Film {c}' for c in 'QBZAXK']
ratings = pd.DataFrame({'who': np.random.randint(1, 12, 150), 'film': np.random.choice(films, 150), 'rating': np.random.randint(1, 6, 150)})
dls = CollabDataLoaders.from_df(ratings, user_name='who', item_name='film', bs=32, num_workers=0)
learn = collab_learner(dls, n_factors=4, y_range=(0, 5.5))
names = ratings['film'].unique()
# %% before
weights = learn.model.i_weight.weight
order = weights[:, 0].argsort()[:3]
# %% cell
lowest = [names[i] for i in order if i < 6]
# %% mended
lowest = [learn.dls.classes['film'][i] for i in order if i < 6]
