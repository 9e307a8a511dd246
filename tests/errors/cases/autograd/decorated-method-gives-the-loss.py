# rule: autograd_lost.gradients_are_off
# source: constructed
# says: training_step is marked with @torch.no_grad\(\)
# says: def training_step\(self, xb, yb\):
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.layer = nn.Linear(3, 2)
    def forward(self, x): return self.layer(x)
    @torch.no_grad()
    def training_step(self, xb, yb): return F.cross_entropy(self(xb), yb)
net = Net()
# %% fails
loss = net.training_step(torch.randn(4, 3), torch.tensor([0, 1, 0, 1]))
loss.backward()
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.layer = nn.Linear(3, 2)
    def forward(self, x): return self.layer(x)
    def training_step(self, xb, yb): return F.cross_entropy(self(xb), yb)
net = Net()
loss = net.training_step(torch.randn(4, 3), torch.tensor([0, 1, 0, 1]))
loss.backward()
