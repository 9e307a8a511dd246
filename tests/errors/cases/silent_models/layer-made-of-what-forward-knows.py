# notice: layers.made_in_forward
# source: constructed
# says: self\.layer\s+=\s+nn\.Linear\(…,\s+2\)
# %% before
import torch
from torch import nn


# %% cell
class Flat(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)

    def forward(self, x):
        x = self.conv(x).flatten(1)
        last = nn.Linear(x.shape[1], 2)
        return last(x)


out = Flat()(torch.rand(2, 1, 8, 8))


# %% mended
class Flat(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.layer = nn.Linear(144, 2)

    def forward(self, x):
        x = self.conv(x).flatten(1)
        return self.layer(x)


out = Flat()(torch.rand(2, 1, 8, 8))
