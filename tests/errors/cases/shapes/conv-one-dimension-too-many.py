# rule: layers.wrong_rank
# source: constructed
# says: one dimension too many
# says: squeeze\(0\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten())
xb = torch.rand(1, 8, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net(xb.squeeze(0))
