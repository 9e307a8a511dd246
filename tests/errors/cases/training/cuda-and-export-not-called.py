# notice: training.not_called
# source: constructed
# says: only\s+named,\s+not\s+run
# says: net\.double\(\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 1)
# %% cell
net.double
out = net(torch.rand(2, 3))
# %% mended
net.double()
out = net(torch.rand(2, 3).double())
