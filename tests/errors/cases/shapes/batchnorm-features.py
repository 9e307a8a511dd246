# rule: layers.channels
# source: constructed
# says: nn\.BatchNorm2d\(16\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 16, 3), nn.BatchNorm2d(8), nn.ReLU())
xb = torch.rand(2, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net[1] = nn.BatchNorm2d(16)
net(xb)
