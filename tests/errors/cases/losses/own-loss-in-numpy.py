# rule: losses_returned.no_tensor
# source: constructed
# says: numpy_mae
# says: plain number
# says: return \(p - t\)\.abs\(\)\.mean\(\)
# %% before
from fastai.vision.all import *
import numpy as np, math
x = torch.randn(32, 3); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
# %% fails
def numpy_mae(out, want):
    p = out.detach().cpu().numpy()
    t = want.cpu().numpy()
    return np.mean(np.abs(p - t))

learn = Learner(dls, nn.Linear(3, 1), loss_func=numpy_mae)
learn.fit(1)
# %% mended
def numpy_mae(out, want):
    p = out
    t = want
    return (p - t).abs().mean()

learn = Learner(dls, nn.Linear(3, 1), loss_func=numpy_mae)
learn.fit(1)
