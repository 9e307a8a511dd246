# rule: layers.wrong_rank
# source: constructed
# says: nn\.BatchNorm1d\(8\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm2d(8), nn.ReLU())
xb = torch.rand(6, 4)
# %% fails
net(xb)
# %% mended
net[1] = nn.BatchNorm1d(8)
net(xb)
