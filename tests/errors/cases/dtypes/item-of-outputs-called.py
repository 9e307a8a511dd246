# rule: not scalars.several_values
# source: constructed
# %% before
import torch
from torch import nn
net, x = nn.Linear(3, 2), torch.rand(6, 3)
# %% fails
net(x).item()
