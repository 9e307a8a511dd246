# rule: layers.channels
# source: constructed
# says: nn\.BatchNorm2d\(c_out\)
# says: stage
# says: 6
# %% before
import torch
from torch import nn
# %% fails
def stage(c_in, c_out):
    return nn.Sequential(nn.Conv2d(c_in, c_out, 3), nn.BatchNorm2d(c_in), nn.ReLU())
net = nn.Sequential(stage(3, 6), stage(6, 12))
net(torch.rand(2, 3, 9, 9))
# %% mended
def stage(c_in, c_out):
    return nn.Sequential(nn.Conv2d(c_in, c_out, 3), nn.BatchNorm2d(c_out), nn.ReLU())
net = nn.Sequential(stage(3, 6), stage(6, 12))
net(torch.rand(2, 3, 9, 9))
