# rule: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
p = torch.full((4,), float('nan')); yb = torch.ones(4)
# %% fails
loss = F.binary_cross_entropy(p, yb)
