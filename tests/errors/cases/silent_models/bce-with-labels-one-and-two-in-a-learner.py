# notice: binary_targets.labels_beyond_one_in_learner
# source: constructed
# says: go\s+from\s+1\s+to\s+2
# says: Subtract\s+1
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
x = torch.randn(80, 3); y = (x[:, 0] > 0).float() + 1
# %% cell
ds = TensorDataset(x, y[:, None])
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(3, 1), loss_func=nn.BCEWithLogitsLoss())
learn.fit(1)
# %% mended
ds = TensorDataset(x, y[:, None] - 1)
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(3, 1), loss_func=nn.BCEWithLogitsLoss())
learn.fit(1)
