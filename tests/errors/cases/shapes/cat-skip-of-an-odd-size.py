# rule: joining.join_unequal
# source: constructed
# says: 21\s+is\s+odd
# says: wide = nn\.functional\.interpolate\(wide, size=fine\.shape\[2:\]\)
# %% before
import torch
from torch import nn
grow = nn.ConvTranspose2d(6, 6, 2, stride=2)
fine = torch.rand(1, 6, 21, 21)
wide = grow(nn.MaxPool2d(2)(fine))
# %% fails
both = torch.cat((wide, fine), 1)
# %% mended
wide = nn.functional.interpolate(wide, size=fine.shape[2:])
both = torch.cat((wide, fine), 1)
