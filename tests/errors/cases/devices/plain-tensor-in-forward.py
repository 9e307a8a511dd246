# rule: devices.apart
# source: constructed
# says: self\.pos
# says: register_buffer
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
        self.pos = torch.randn(1, 4)
    def forward(self, x):
        return self.lin(x) + self.pos
net = Net().to('meta'); x = torch.randn(8, 4, device='meta')
# %% fails
net(x)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)
        self.register_buffer("pos", torch.randn(1, 4))
    def forward(self, x):
        return self.lin(x) + self.pos
net = Net().to('meta')
net(x)
