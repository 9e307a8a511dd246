# rule: learners_given.loaders_not_made
# source: constructed
# says: CollabDataLoaders\.from_df\(stars
# says: m = collab_learner\(dls, n_factors=5
# %% before
from fastai.collab import *
import pandas as pd
stars = pd.DataFrame({'reader': [i % 7 for i in range(60)], 'book': [i % 11 for i in range(60)], 'stars': [float(i % 5) for i in range(60)]})
# %% fails
m = collab_learner(stars, n_factors=5, y_range=(0, 4.5))
# %% mended
dls = CollabDataLoaders.from_df(stars, valid_pct=0.2, bs=16)
m = collab_learner(dls, n_factors=5, y_range=(0, 4.5))
