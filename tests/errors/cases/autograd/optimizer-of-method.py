# rule: optimizers.given_no_parameters
# source: constructed
# says: parentheses
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Sequential(nn.Linear(4, 2))
# %% fails
opt = optim.SGD(net.parameters, lr=1e-3)
# %% mended
opt = optim.SGD(net.parameters(), lr=1e-3)
