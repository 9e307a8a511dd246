# notice: none
# source: constructed
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU())
# %% cell
with torch.no_grad():
    for _ in range(3): net(torch.rand(4, 3, 8, 8))
net[1].running_mean
