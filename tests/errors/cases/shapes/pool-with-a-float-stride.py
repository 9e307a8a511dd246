# rule: sizes_as_floats.no_whole_number
# source: constructed
# says: nn\.MaxPool2d\(2,\s+stride=4\s+//\s+2\)
# %% before
import torch
from torch import nn
# %% fails
pool = nn.MaxPool2d(2, stride=4 / 2)
out = pool(torch.rand(1, 3, 8, 8))
# %% mended
pool = nn.MaxPool2d(2, stride=4 // 2)
out = pool(torch.rand(1, 3, 8, 8))
