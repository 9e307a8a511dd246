# notice: comparisons.shapes_broadcast_in_learner
# source: constructed
# says: \(16, 1\)
# says: MSELossFlat
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds[:48], ds[48:], bs=16, num_workers=0)
# %% cell
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=nn.MSELoss())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=MSELossFlat())
learn.fit(1)
