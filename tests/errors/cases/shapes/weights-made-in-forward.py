# rule: modules_without_weights.no_weights
# source: constructed
# says: forward
# says: self\.linear = nn\.Linear\(4, 2\)
# %% before
import torch
from torch import nn
# %% fails
class Net(nn.Module):
    def forward(self, x):
        return nn.Linear(4, 2)(x)
net = Net()
opt = torch.optim.SGD(net.parameters(), lr=.1)
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 2)
    def forward(self, x):
        return self.linear(x)
net = Net()
opt = torch.optim.SGD(net.parameters(), lr=.1)
