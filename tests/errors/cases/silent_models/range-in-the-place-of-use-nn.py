# notice: slips.landed_elsewhere
# source: constructed
# says: \(0,\s+5\.5\)\s+stands\s+at\s+place\s+3\s+of\s+collab_learner,\s+which\s+is\s+the\s+parameter\s+use_nn:\s+y_range\s+was\s+not\s+given
# %% before
from fastai.collab import *
from fastai.tabular.all import *
seen = pd.DataFrame({'user': [1, 2, 3, 4] * 10, 'film': list('abcde') * 8, 'stars': [1., 2., 3., 4., 5.] * 8})
dls = CollabDataLoaders.from_df(seen, bs=8)
# %% cell
learn = collab_learner(dls, 10, (0, 5.5))
# %% mended
learn = collab_learner(dls, 10, y_range=(0, 5.5))
