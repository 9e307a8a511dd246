# rule: layers.channels
# source: constructed
# says: come\s+last
# says: net\(x\.transpose\(1, 2\)\)
# %% before
import torch
from torch import nn
x = torch.randn(16, 100, 8)
net = nn.Sequential(nn.Conv1d(8, 16, 3), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten(), nn.Linear(16, 5))
# %% fails
net(x).shape
# %% mended
net(x.transpose(1, 2)).shape
