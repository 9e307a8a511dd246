# rule: layers.linear_size
# source: https://github.com/TylerYep/torchinfo/issues/269
# says: too:\s+all\s+items\s+have\s+become\s+one
# says: net\[2\] = nn\.Flatten\(\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.Flatten(0), nn.Linear(4 * 64, 10))
xb = torch.rand(6, 1, 8, 8)
# %% fails
net(xb)
# %% mended
net[2] = nn.Flatten()
net(xb)
