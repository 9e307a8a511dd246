# rule: losses_returned.no_tensor
# source: constructed
# says: log_gap
# says: plain number \(float\)
# says: return gap\.log1p\(\)
# %% before
from fastai.vision.all import *
import numpy as np, math
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def log_gap(out, want):
    gap = F.l1_loss(out, want)
    return math.log1p(gap.item())

learn = Learner(dls, nn.Linear(3, 1), loss_func=log_gap)
learn.fit(1)
# %% mended
def log_gap(out, want):
    gap = F.l1_loss(out, want)
    return gap.log1p()

learn = Learner(dls, nn.Linear(3, 1), loss_func=log_gap)
learn.fit(1)
