# rule: collab_models.part_by_other_name
# source: constructed
# says: top = learn\.model\.i_weight\.weight\[\[1, 2\]\]\.cpu\(\)\.detach\(\)
# says: numbers in weight
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({"user": [i % 10 for i in range(200)], "movie": [i % 17 + 100 for i in range(200)],
                        "rating": [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
# %% fails
top = learn.model.movie_factors[[1, 2]].cpu().detach()
# %% mended
top = learn.model.i_weight.weight[[1, 2]].cpu().detach()
