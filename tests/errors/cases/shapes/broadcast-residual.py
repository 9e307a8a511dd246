# rule: shapes.broadcast
# source: constructed
# says: F\.interpolate|stride
# says: height
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
