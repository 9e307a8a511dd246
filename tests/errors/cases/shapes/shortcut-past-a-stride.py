# rule: residuals.shortcut
# source: constructed
# says: stride
# says: self\.shortcut = nn\.Conv2d\(4, 8, 1, stride=2\)
# %% before
import torch
from torch import nn
# %% fails
class Down(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(4, 8, 3, stride=2, padding=1)
    def forward(self, x): return x + self.conv(x)
Down()(torch.randn(2, 4, 10, 10))
# %% mended
class Down(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(4, 8, 3, stride=2, padding=1)
        self.shortcut = nn.Conv2d(4, 8, 1, stride=2)
    def forward(self, x): return self.shortcut(x) + self.conv(x)
Down()(torch.randn(2, 4, 10, 10))
