# rule: layers.channels
# source: constructed
# says: grey
# says: mean\(1, keepdim=True\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.Flatten())
xb = torch.rand(2, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net(xb.mean(1, keepdim=True))
