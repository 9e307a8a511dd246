# rule: positions_made.table_of_positions
# source: constructed
# says: self\.pe\[:,\s+:x\.shape\[1\]\]
# %% before
import torch
from torch import nn
# %% fails
class Positions(nn.Module):
    def __init__(self, dim, most=50):
        super().__init__()
        self.register_buffer('pe', torch.randn(1, most, dim))
    def forward(self, x):
        return x + self.pe
out = Positions(8)(torch.rand(2, 7, 8))
# %% mended
class Positions(nn.Module):
    def __init__(self, dim, most=50):
        super().__init__()
        self.register_buffer('pe', torch.randn(1, most, dim))
    def forward(self, x):
        return x + self.pe[:, :x.shape[1]]
out = Positions(8)(torch.rand(2, 7, 8))
