# rule: layers.wrong_rank
# source: constructed
# says: nn\.BatchNorm2d\(8\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm1d(8))
xb = torch.rand(6, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net[1] = nn.BatchNorm2d(8)
net(xb)
