# rule: residuals.shortcut
# source: fastbook, chapter 14
# says: nn\.Conv2d\(come, go, 1, stride=stride\)
# says: 3 and 8
# %% before
import torch
# %% fails
import torch
from torch import nn
class Residual(nn.Module):
    def __init__(self, come, go, stride=1):
        super().__init__()
        self.first, self.second = nn.Conv2d(come, go, 3, stride, padding=1), nn.Conv2d(go, go, 3, padding=1)

    def forward(self, maps):
        return maps + self.second(self.first(maps).relu())
net = nn.Sequential(Residual(3, 3), Residual(3, 8, stride=2))
net(torch.randn(2, 3, 16, 16)).shape
# %% mended
import torch
from torch import nn
class Residual(nn.Module):
    def __init__(self, come, go, stride=1):
        super().__init__()
        self.first, self.second = nn.Conv2d(come, go, 3, stride, padding=1), nn.Conv2d(go, go, 3, padding=1)
        self.shortcut = nn.Conv2d(come, go, 1, stride=stride)
    def forward(self, maps):
        return self.shortcut(maps) + self.second(self.first(maps).relu())
net = nn.Sequential(Residual(3, 3), Residual(3, 8, stride=2))
net(torch.randn(2, 3, 16, 16)).shape
