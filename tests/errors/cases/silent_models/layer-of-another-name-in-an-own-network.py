# notice: unused_layers.never_used_by_forward
# source: constructed
# says: head
# says: out
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.out = nn.Linear(4, 8), nn.Linear(8, 10)
    def forward(self, x): return self.out(self.body(x).relu())
# %% cell
net = Net()
net.head = nn.Linear(8, 2)
# %% mended
net = Net()
net.out = nn.Linear(8, 2)
