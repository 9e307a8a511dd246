# rule: not positions_made.table_of_positions
# source: constructed
# %% before
import torch
from torch import nn
class Shift(nn.Module):
    def __init__(self):
        super().__init__()
        self.offset = nn.Parameter(torch.zeros(1, 4, 8))
    def forward(self, x):
        return x + self.offset
# %% fails
out = Shift()(torch.rand(2, 7, 8))
