# rule: collab.not_in_training
# source: https://github.com/fastai/fastai/issues/1586
# says: Titanic
# says: known
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
ratings['title'] = 'Film ' + ratings.movie.astype(str)
dls = CollabDataLoaders.from_df(ratings, item_name='title', bs=16)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
titles = ['Film 101', 'Titanic']
# %% fails
learn.model.bias(titles)
# %% mended
known = [o for o in titles if o in list(learn.dls.classes['title'])]
learn.model.bias(known)
