# rule: devices.apart
# source: constructed
# says: w is on cpu
# says: w = w\.to\(x\.device\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(8, 4, device='meta'); w = torch.randn(4)
# %% fails
y = (x * w).sum(1)
# %% mended
w = w.to(x.device)
y = (x * w).sum(1)
