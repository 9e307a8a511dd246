# notice: rebound.parameter_named_anew
# source: constructed
# %% before
import torch
from torch import nn
net = nn.Linear(3, 2); net(torch.randn(4, 3)).sum().backward()
# %% cell
for(name, p) in net.named_parameters():
    p = p - 0.1 * p.grad
