# rule: joining.join_of_calls
# source: constructed
# says: 45\s+is\s+odd
# says: F\.interpolate\(self\.grow\(low\),\s+size=skip\.shape\[2:\]\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 4, 3, padding=1)
        self.grow = nn.Upsample(scale_factor=2)
    def forward(self, x):
        skip = self.first(x)
        low = self.second(F.max_pool2d(skip, 2))
        return torch.cat([skip, self.grow(low)], dim=1)
net = Small()
# %% fails
out = net(torch.rand(2, 1, 45, 45))
# %% mended
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 4, 3, padding=1)
        self.grow = nn.Upsample(scale_factor=2)
    def forward(self, x):
        skip = self.first(x)
        low = self.second(F.max_pool2d(skip, 2))
        return torch.cat([skip, F.interpolate(self.grow(low), size=skip.shape[2:])], dim=1)
net = Small()
out = net(torch.rand(2, 1, 45, 45))
