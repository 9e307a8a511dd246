# rule: losses_returned.no_tensor
# source: constructed
# says: loss_and_mae
# says: tuple of 2
# says: return loss
# %% before
from fastai.vision.all import *
import numpy as np, math
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def loss_and_mae(out, want):
    loss = F.mse_loss(out, want)
    return loss, (out - want).abs().mean().item()

learn = Learner(dls, nn.Linear(3, 1), loss_func=loss_and_mae)
learn.fit(1)
# %% mended
def loss_and_mae(out, want):
    loss = F.mse_loss(out, want)
    return loss

learn = Learner(dls, nn.Linear(3, 1), loss_func=loss_and_mae)
learn.fit(1)
