# rule: vmapped.parameters_first
# source: constructed
# says: f\(weights,\s+x\)
# %% before
import torch
from torch import nn
from torch.func import vmap
from functorch import make_functional
f, weights = make_functional(nn.Linear(3, 1))
x = torch.rand(2, 3)
# %% fails
y = f(x)
# %% mended
y = f(weights, x)
