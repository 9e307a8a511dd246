# rule: layers.picture_too_small
# source: constructed
# says: nn\.Conv2d\(a, b, 3, padding=1\)
# %% before
import torch
from torch import nn

digits = torch.rand(2, 1, 20, 20)
# %% fails
def step(a, b):
    return nn.Sequential(nn.Conv2d(a, b, 3), nn.MaxPool2d(2), nn.ReLU())


net = nn.Sequential(step(1, 4), step(4, 4), step(4, 8), nn.Flatten(), nn.LazyLinear(10))
net(digits)
# %% mended
def step(a, b):
    return nn.Sequential(nn.Conv2d(a, b, 3, padding=1), nn.MaxPool2d(2), nn.ReLU())


net = nn.Sequential(step(1, 4), step(4, 4), step(4, 8), nn.Flatten(), nn.LazyLinear(10))
net(digits)
