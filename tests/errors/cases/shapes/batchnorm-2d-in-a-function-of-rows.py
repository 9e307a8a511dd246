# rule: layers.wrong_rank
# source: constructed
# says: lin makes it
# says: nn\.BatchNorm1d\(n_out\)
# %% before
import torch
from torch import nn
lin = lambda n_in, n_out: nn.Sequential(nn.Linear(n_in, n_out), nn.BatchNorm2d(n_out), nn.ReLU())
# %% fails
net = nn.Sequential(lin(6, 10), lin(10, 4))
net(torch.rand(5, 6))
# %% mended
lin = lambda n_in, n_out: nn.Sequential(nn.Linear(n_in, n_out), nn.BatchNorm1d(n_out), nn.ReLU())
net = nn.Sequential(lin(6, 10), lin(10, 4))
net(torch.rand(5, 6))
