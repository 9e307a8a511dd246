# rule: autograd.leaf_in_place
# source: constructed
# says: no_grad
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Linear(3, 1)
# %% fails
net.weight[0, 0] = 1.
# %% mended
with torch.no_grad():
    net.weight[0, 0] = 1.
