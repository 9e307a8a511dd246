# notice: none
# source: constructed
# %% before
from fastai.collab import *
from fastai.tabular.all import *
films = [f'Film {c}' for c in 'QBZAXK']
ratings = pd.DataFrame({'who': np.random.randint(1, 12, 150), 'film': np.random.choice(films, 150), 'rating': np.random.randint(1, 6, 150)})
dls = CollabDataLoaders.from_df(ratings, user_name='who', item_name='film', bs=32, num_workers=0)
learn = collab_learner(dls, n_factors=4, y_range=(0, 5.5))

# %% cell
order = learn.model.i_bias.weight.squeeze().argsort()[:3]
lowest = [dls.classes['film'][i] for i in order]
names = ratings.film.unique()
some = [names[i] for i in torch.randperm(6)[:3]]
first = ratings.film.unique()[0]
