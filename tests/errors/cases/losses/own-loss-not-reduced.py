# rule: losses_given.no_single_number
# source: constructed
# says: scalar|single number
# says: \(\(pred - targ\) \*\* 2\)\.mean\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
def sq_loss(pred, targ): return (pred - targ) ** 2
learn = Learner(dls, model, loss_func=sq_loss)
learn.fit(1)
# %% mended
def sq_loss(pred, targ): return ((pred - targ) ** 2).mean()
learn = Learner(dls, model, loss_func=sq_loss)
learn.fit(1)
