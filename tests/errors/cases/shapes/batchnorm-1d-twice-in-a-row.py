# rule: layers.wrong_rank
# source: constructed
# says: net = nn\.Sequential\(nn\.Conv2d\(3, 8, 3\), nn\.BatchNorm2d\(8\), nn\.Conv2d\(8, 8, 3\),\s+nn\.BatchNorm2d\(8\), nn\.Flatten\(\),\s+nn\.LazyLinear\(4\), nn\.BatchNorm1d\(4\)\)
# %% before
import torch
from torch import nn
# %% fails
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm1d(8), nn.Conv2d(8, 8, 3), nn.BatchNorm1d(8), nn.Flatten(), nn.LazyLinear(4), nn.BatchNorm1d(4))
net(torch.rand(6, 3, 8, 8))
# %% mended
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.Conv2d(8, 8, 3), nn.BatchNorm2d(8), nn.Flatten(), nn.LazyLinear(4), nn.BatchNorm1d(4))
net(torch.rand(6, 3, 8, 8))
