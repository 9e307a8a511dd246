# rule: layers.channels
# source: constructed
# says: channels
# says: permute\(2, 0, 1\)\[None\]
# %% before
import torch
from torch import nn
net = nn.Conv2d(3, 8, 3)
img = torch.rand(16, 16, 3)
# %% fails
net(img)
# %% mended
net(img.permute(2, 0, 1)[None])
