# notice: old_instances.made_before_its_class
# source: constructed
# says: net\s+was\s+made\s+before\s+class\s+Net\s+was\s+written\s+anew
# says: net\s+=\s+Net\(5\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, 1)
    def forward(self, x): return self.lin(x)
net = Net(5)
def answers(model, x):
    with torch.no_grad(): return model(x)
# %% cell
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, 1)
    def forward(self, x): return torch.sigmoid(self.lin(x))
chances = answers(net, torch.randn(6, 5))
# %% mended
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, 1)
    def forward(self, x): return torch.sigmoid(self.lin(x))
net = Net(5)
chances = answers(net, torch.randn(6, 5))
