# rule: modules.forward_arguments
# source: constructed
# says: one tensor
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 2))
a, b = torch.rand(2, 4), torch.rand(2, 4)
# %% fails
net(a, b)
# %% mended
net(a)
