# rule: modules.forward_missing
# source: constructed
# says: forwrd
# says: def forward\(self, x\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forwrd(self, x): return self.lin(x)
net = Net()
# %% fails
net(torch.rand(1, 2))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
Net()(torch.rand(1, 2))
