# rule: devices.apart
# source: constructed
# says: model
# says: net = net\.to\(
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Sequential(nn.Linear(4, 2))
x = torch.randn(8, 4, device='meta')
# %% fails
net(x)
# %% mended
net.to(x.device)
net(x)
