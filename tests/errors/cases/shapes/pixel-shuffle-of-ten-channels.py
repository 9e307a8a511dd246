# rule: channels_shared.pixels_shuffled
# source: constructed
# says: up\[0\]\s+=\s+nn\.Conv2d\(3,\s+8,\s+3,\s+padding=1\)
# %% before
import torch
from torch import nn
up = nn.Sequential(nn.Conv2d(3, 10, 3, padding=1), nn.PixelShuffle(2))
x = torch.rand(1, 3, 4, 4)
# %% fails
big = up(x)
# %% mended
up[0] = nn.Conv2d(3, 8, 3, padding=1)
big = up(x)
