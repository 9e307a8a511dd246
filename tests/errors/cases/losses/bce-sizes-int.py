# rule: losses_binary.sizes
# source: constructed
# says: unsqueeze\(1\)\.float\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
# %% fails
loss = nn.BCELoss()(net(xb), yb)
# %% mended
loss = nn.BCELoss()(net(xb), yb.unsqueeze(1).float())
