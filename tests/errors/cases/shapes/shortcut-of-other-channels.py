# rule: residuals.shortcut
# source: https://discuss.pytorch.org/t/residual-block-dimension-mismatch/28411
# says: 3 channels
# says: 12
# says: 1×1
# says: self\.shortcut = nn\.Conv2d\(c_in, c_out, 1\)
# says: self\.shortcut\(inp\)
# %% before
import torch
from torch import nn
# %% fails
class Residual(nn.Module):
    def __init__(self, c_in, c_out):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(c_in, c_out, 3, padding=1), nn.ReLU(), nn.Conv2d(c_out, c_out, 3, padding=1))
    def forward(self, inp): return (self.body(inp) + inp).relu()
Residual(3, 12)(torch.randn(2, 3, 10, 10))
# %% mended
class Residual(nn.Module):
    def __init__(self, c_in, c_out):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(c_in, c_out, 3, padding=1), nn.ReLU(), nn.Conv2d(c_out, c_out, 3, padding=1))
        self.shortcut = nn.Conv2d(c_in, c_out, 1)
    def forward(self, inp): return (self.body(inp) + self.shortcut(inp)).relu()
Residual(3, 12)(torch.randn(2, 3, 10, 10))
