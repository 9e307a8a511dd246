# rule: vmapped.asks_for_a_value
# source: constructed
# says: y\s+=\s+torch\.where\(x\s+<\s+0,\s+-x,\s+x\)
# %% before
import torch
from torch.func import vmap
def size(x):
    if x < 0:
        y = -x
    else:
        y = x
    return y
# %% fails
out = vmap(size)(torch.tensor([-1., 2.]))
# %% mended
def size(x):
    y = torch.where(x < 0, -x, x)
    return y
out = vmap(size)(torch.tensor([-1., 2.]))
