# rule: collab_models.part_by_other_name
# source: constructed
# says: mood = learn\.model\.u_bias\.weight\.detach\(\)\.squeeze\(\)\.numpy\(\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({"user": [i % 10 for i in range(200)], "movie": [i % 17 + 100 for i in range(200)],
                        "rating": [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
# %% fails
mood = learn.model.user_bias.squeeze().numpy()
# %% mended
mood = learn.model.u_bias.weight.detach().squeeze().numpy()
