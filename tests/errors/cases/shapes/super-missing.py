# rule: modules.super_missing
# source: https://stackoverflow.com/questions/43080583
# says: super\(\)\.__init__\(\)
# says: first
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
# %% fails
net = Net()
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
net = Net()
