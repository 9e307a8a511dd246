# rule: optimizers.given_no_parameters
# source: constructed
# says: net\.parameters\(\)
# says: parameters
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Sequential(nn.Linear(4, 2))
# %% fails
opt = optim.Adam(net, lr=1e-3)
# %% mended
opt = optim.Adam(net.parameters(), lr=1e-3)
