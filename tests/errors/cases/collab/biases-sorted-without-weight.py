# rule: layers_as_tensors.asked_like_a_tensor
# source: constructed
# says: learn\.model\.i_bias is a layer \(Embedding\), not a tensor: it has no \.argsort
# says: best = learn\.model\.i_bias\.weight\.argsort\(0\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
ratings = pd.DataFrame({"user": [i % 10 for i in range(200)], "movie": [i % 17 + 100 for i in range(200)],
                        "rating": [1 + i % 5 for i in range(200)]})
dls = CollabDataLoaders.from_df(ratings, bs=16)
learn = collab_learner(dls, n_factors=5, y_range=(0, 5.5))
# %% fails
best = learn.model.i_bias.argsort(0)
# %% mended
best = learn.model.i_bias.weight.argsort(0)
