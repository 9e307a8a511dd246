# rule: losses_given.prediction_is_no_tensor
# source: constructed
# says: None
# says: return
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
    def forward(self, x):
        x = self.lin(x)
net = Net()
# %% fails
preds = net(xb)
loss = F.cross_entropy(preds, yb)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    def forward(self, x):
        x = self.lin(x)
        return x
net = Net()
preds = net(xb)
loss = F.cross_entropy(preds, yb)
