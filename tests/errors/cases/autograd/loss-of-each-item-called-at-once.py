# rule: autograd.not_scalar
# source: constructed
# says: nn\.MSELoss\(reduction='none'\)\(net\(x\), y\)\.mean\(\)\.backward\(retain_graph=True\)
# %% before
import torch
from torch import nn
net = nn.Linear(6, 1)
x, y = torch.rand(4, 6), torch.rand(4, 1)
# %% fails
nn.MSELoss(reduction='none')(net(x), y).backward(retain_graph=True)
# %% mended
nn.MSELoss(reduction='none')(net(x), y).mean().backward(retain_graph=True)
