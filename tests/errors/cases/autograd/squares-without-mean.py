# rule: autograd.not_scalar
# source: constructed
# says: \(\(net\(x\) - y\) \*\* 2\)\.mean\(\)\.backward\(\)
# %% before
import torch
from torch import nn
net = nn.Linear(6, 1)
x, y = torch.rand(4, 6), torch.rand(4, 1)
# %% fails
((net(x) - y)**2).backward()
# %% mended
((net(x) - y) ** 2).mean().backward()
