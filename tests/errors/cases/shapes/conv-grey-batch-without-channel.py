# rule: layers.channels
# source: https://github.com/fastai/fastbook chapter 13
# says: unsqueeze\(1\)
# says: channel
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Flatten())
xb = torch.rand(64, 28, 28)
# %% fails
net(xb)
# %% mended
net(xb.unsqueeze(1))
