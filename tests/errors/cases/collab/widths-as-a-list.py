# rule: tabular_learners.emb_szs_no_dict
# source: constructed
# says: emb_szs=\{'reader': 5, 'book': 6\}
# %% before
from fastai.collab import *
from fastai.tabular.all import *
votes = pd.DataFrame({"reader": [i % 7 for i in range(70)], "book": [i % 9 for i in range(70)], "stars": [1.0 + i % 5 for i in range(70)]})
dls = CollabDataLoaders.from_df(votes, bs=8)
# %% fails
learn = collab_learner(dls, use_nn=True, emb_szs=[(8, 5), (10, 6)], layers=[10])
# %% mended
learn = collab_learner(dls, use_nn=True, emb_szs={'reader': 5, 'book': 6}, layers=[10])
