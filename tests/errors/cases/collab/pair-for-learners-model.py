# rule: columns_of_a_row.row_without_batch
# source: constructed
# says: x\[:,0\]
# says: \(rows, 2\)
# says: learn.model\(torch.tensor\(\[2, 7\]\)\[None\]\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
stars = pd.DataFrame({"who": [i % 6 for i in range(60)], "what": [i % 11 for i in range(60)], "n": [1.0 + i % 5 for i in range(60)]})
dls = CollabDataLoaders.from_df(stars, bs=8)
learn = collab_learner(dls, n_factors=3, y_range=(0, 5.5))
# %% fails
learn.model.eval()
print(learn.model(torch.tensor([2, 7])))
# %% mended
learn.model.eval()
print(learn.model(torch.tensor([2, 7])[None]))
