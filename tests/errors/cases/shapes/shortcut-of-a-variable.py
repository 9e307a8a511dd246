# rule: residuals.shortcut
# source: https://discuss.pytorch.org/t/residual-block-dimension-mismatch/28411
# says: self\.shortcut = nn\.Conv2d\(c_in, c_out, 1\)
# says: y = y \+ self\.shortcut\(inp\)
# %% before
import torch
from torch import nn
# %% fails
class Skip(nn.Module):
    def __init__(self, c_in, c_out):
        super().__init__()
        self.a = nn.Conv2d(c_in, c_out, 3, padding=1)
        self.b = nn.Conv2d(c_out, c_out, 3, padding=1)

    def forward(self, inp):
        y = self.a(inp).relu()
        y = self.b(y)
        y += inp
        return y.relu()


Skip(3, 12)(torch.randn(2, 3, 10, 10))
# %% mended
class Skip(nn.Module):
    def __init__(self, c_in, c_out):
        super().__init__()
        self.a = nn.Conv2d(c_in, c_out, 3, padding=1)
        self.b = nn.Conv2d(c_out, c_out, 3, padding=1)
        self.shortcut = nn.Conv2d(c_in, c_out, 1)

    def forward(self, inp):
        y = self.a(inp).relu()
        y = self.b(y)
        y = y + self.shortcut(inp)
        return y.relu()


Skip(3, 12)(torch.randn(2, 3, 10, 10))
