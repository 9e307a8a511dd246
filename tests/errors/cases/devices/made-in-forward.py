# rule: devices.apart
# source: constructed
# says: h is on cpu
# says: h = h\.to\(x\.device\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
    def forward(self, x):
        h = torch.zeros(x.shape[0], 4)
        return self.lin(x + h)
net = Net().to('meta'); x = torch.randn(8, 4, device='meta')
# %% fails
net(x)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
    def forward(self, x):
        h = torch.zeros(x.shape[0], 4)
        h = h.to(x.device)
        return self.lin(x + h)
net = Net().to('meta')
net(x)
