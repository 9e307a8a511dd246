# rule: sizes_as_floats.no_whole_number
# source: constructed
# says: padding=k\s+//\s+2
# %% before
import torch
from torch import nn
def block(i, o, k=3):
    return nn.Sequential(nn.Conv2d(i, o, k, padding=k / 2), nn.ReLU())
x = torch.rand(1, 3, 8, 8)
# %% fails
out = block(3, 4)(x)
# %% mended
def block(i, o, k=3):
    return nn.Sequential(nn.Conv2d(i, o, k, padding=k // 2), nn.ReLU())
out = block(3, 4)(x)
