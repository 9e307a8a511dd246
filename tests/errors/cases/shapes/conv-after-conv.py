# rule: layers.channels
# source: constructed
# says: self\.conv2 = nn\.Conv2d\(16, 64, 3, padding=1\)
# says: layer before
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
    def forward(self, x):
        return self.conv2(F.relu(self.conv1(x)))
net = Net()
xb = torch.rand(2, 3, 8, 8)
# %% fails
net(xb)
# %% mended
net.conv2 = nn.Conv2d(16, 64, 3, padding=1)
net(xb)
