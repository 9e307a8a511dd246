# rule: modules_assigned.parameter_assigned
# source: constructed
# says: with torch\.no_grad\(\):\s+net\[0\]\.weight\.copy_\(torch\.randn\(3, 4\) \* 0\.1\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
# %% fails
net[0].weight = torch.randn(3, 4) * 0.1
# %% mended
with torch.no_grad():
    net[0].weight.copy_(torch.randn(3, 4) * 0.1)
