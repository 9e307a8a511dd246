# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
patches = torch.randn(9, 4)
score, heads, inner = nn.Linear(4, 1), nn.Linear(4, 2), nn.Linear(4, 4)
# %% cell
points = score(patches)
share = F.softmax(points, dim=0)
pooled = (share * patches).sum(dim=0)
many = heads(patches)
shares = torch.softmax(many, dim=0)
summary = shares.T @ patches
gates = inner(patches).softmax(0)
total = (gates * patches).sum(0)
