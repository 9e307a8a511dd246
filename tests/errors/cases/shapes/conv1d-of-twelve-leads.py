# rule: layers.channels
# source: constructed
# says: 16\s+signals\s+with\s+12\s+channels
# says: net\[0\] = nn\.Conv1d\(12, 16, 3\)
# %% before
import torch
from torch import nn
x = torch.randn(16, 12, 500)
net = nn.Sequential(nn.Conv1d(1, 16, 3), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(16, 5))
# %% fails
net(x).shape
# %% mended
net[0] = nn.Conv1d(12, 16, 3)
net(x).shape
