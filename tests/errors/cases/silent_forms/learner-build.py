# notice: comparisons.shapes_broadcast_in_learner
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(40, 3); y = x.sum(1)
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:30], ds[30:], bs=10, num_workers=0)
def build(): return Learner(dls, nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 1)), loss_func=nn.MSELoss())


# %% before
learn = build()
# %% cell
learn.fine_tune(1)
