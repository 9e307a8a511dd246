# rule: losses_returned.no_tensor
# source: constructed
# says: gap_loss
# says: None
# says: return total
# %% before
from fastai.vision.all import *
import numpy as np, math
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def gap_loss(out, want):
    total = ((out - want) ** 2).mean()

learn = Learner(dls, nn.Linear(3, 1), loss_func=gap_loss)
learn.fit(1)
# %% mended
def gap_loss(out, want):
    total = ((out - want) ** 2).mean()
    return total

learn = Learner(dls, nn.Linear(3, 1), loss_func=gap_loss)
learn.fit(1)
