# rule: modules.forward_arguments
# source: https://github.com/yunjey/pytorch-tutorial/issues/146
# says: nn\.Upsample\(scale_factor=2\)
# %% before
import torch
from torch import nn
# %% fails
decoder = nn.Sequential(nn.MaxUnpool2d(2), nn.Conv2d(4, 3, 3, padding=1))
out = decoder(torch.rand(1, 4, 5, 5))
# %% mended
decoder = nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(4, 3, 3, padding=1))
out = decoder(torch.rand(1, 4, 5, 5))
