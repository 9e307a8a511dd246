# rule: autograd_lost.gradients_are_off
# source: constructed
# says: @torch\.no_grad\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    @torch.no_grad()
    def forward(self, x): return self.lin(x)
net = Net()
# %% fails
loss = F.cross_entropy(net(xb), yb)
loss.backward()
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    def forward(self, x): return self.lin(x)
net = Net()
loss = F.cross_entropy(net(xb), yb)
loss.backward()
