# rule: autograd.backward_of_number
# source: constructed
# says: total = float\(
# says: total = \(out - y\)\.abs\(\)\.mean\(\)
# %% before
import torch
from torch import nn
x, y = torch.rand(20, 3), torch.rand(20, 1)
net = nn.Linear(3, 1)
def distance(out, y):
    total = float((out - y).abs().mean())
    return total
# %% fails
for i in range(2):
    distance(net(x), y).backward()
# %% mended
def distance(out, y):
    total = (out - y).abs().mean()
    return total
for i in range(2):
    distance(net(x), y).backward()
