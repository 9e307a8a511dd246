# rule: layers.channels
# source: https://discuss.pytorch.org/t/dimensions-of-an-input-image/19439
# says: channels
# says: last
# says: xb\.permute\(0, 3, 1, 2\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten())
xb = torch.rand(2, 16, 16, 3)
# %% fails
net(xb)
# %% mended
net(xb.permute(0, 3, 1, 2))
