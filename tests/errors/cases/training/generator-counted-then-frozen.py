# notice: steps.parameters_used_up
# source: constructed
# says: ps
# says: list\(net\.parameters\(\)\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
# %% cell
ps = net.parameters()
print(sum(p.numel() for p in ps))
for p in ps:
    p.requires_grad = False
# %% mended
ps = list(net.parameters())
print(sum(p.numel() for p in ps))
for p in ps:
    p.requires_grad = False
