# rule: collab.predict_of_pairs
# source: constructed
# says: test_dl
# says: 'user': \[3\] \* 2, 'movie': \[104\] \* 2
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({'user': [i % 10 for i in range(200)], 'movie': [i % 17 + 100 for i in range(200)],
                        'rating': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
# %% fails
learn.predict([3, 104])
# %% mended
dl = learn.dls.test_dl(pd.DataFrame({'user': [3] * 2, 'movie': [104] * 2}))
preds, _ = learn.get_preds(dl=dl)
