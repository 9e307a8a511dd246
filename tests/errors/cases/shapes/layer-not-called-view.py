# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: x = self\.conv\(x\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
    def forward(self, x):
        x = self.conv
        return x.view(x.size(0), -1)
net = Net()
# %% fails
net(torch.rand(2, 3, 8, 8))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
    def forward(self, x):
        x = self.conv(x)
        return x.view(x.size(0), -1)
net = Net()
net(torch.rand(2, 3, 8, 8))
