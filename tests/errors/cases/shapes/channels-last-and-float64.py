# rule: layers.channels
# source: https://stackoverflow.com
# says: channels\s+come\s+last
# %% before
import torch
from torch import nn
conv = nn.Conv2d(3, 8, 3, bias=False)
images = torch.rand(4, 64, 64, 3).double()
# %% fails
conv(images)
