# rule: residuals.shortcut
# source: constructed
# says: a stride of 2
# says: shortcut = nn\.Conv2d\(8, 8, 1, stride=2\)
# %% before
import torch
import torch.nn.functional as F
from torch import nn
class Res(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(8, 8, 3, stride=2, padding=1)
    def forward(self, x):
        out = self.conv(x)
        return out + x
net = Res()
x = torch.rand(2, 8, 16, 16)
# %% fails
net(x)
