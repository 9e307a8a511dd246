# rule: categories.no_classes_of
# source: constructed
# says: len\(learn\.dls\.classes\['reader'\]\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
lent = pd.DataFrame({'reader': [i % 10 for i in range(200)], 'book': [i % 17 + 100 for i in range(200)],
                     'stars': [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(lent, bs=16)
learn = collab_learner(dls, n_factors=4)
# %% fails
n_users = len(learn.dls.classes['user'])
# %% mended
n_users = len(learn.dls.classes['reader'])
