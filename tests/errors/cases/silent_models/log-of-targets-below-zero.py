# notice: training.diverged
# source: constructed
# says: targets\s+above\s+0,\s+and\s+they\s+go\s+down\s+to\s+-
# says: not\s+the\s+cause
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = x.sum(1, keepdim=True)
def rmsle(p, t):
    t = torch.log(t)
    return F.mse_loss(p, t).sqrt()
# %% cell
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:60], ds[60:], bs=20, num_workers=0)
learn = Learner(dls, nn.Linear(4, 1), loss_func=rmsle)
learn.fit(1, 1e-3)
# %% mended
ds = list(zip(x, y.abs() + 1)); dls = DataLoaders.from_dsets(ds[:60], ds[60:], bs=20, num_workers=0)
learn = Learner(dls, nn.Linear(4, 1), loss_func=rmsle)
learn.fit(1, 1e-3)
