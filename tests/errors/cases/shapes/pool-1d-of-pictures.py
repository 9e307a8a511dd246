# rule: layers.wrong_rank
# source: constructed
# says: for 4 it is nn\.MaxPool2d
# says: net\[1\] = nn\.MaxPool2d\(2\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.MaxPool1d(2), nn.ReLU())
# %% fails
net(torch.rand(6, 3, 8, 8))
# %% mended
net[1] = nn.MaxPool2d(2)
net(torch.rand(6, 3, 8, 8))
