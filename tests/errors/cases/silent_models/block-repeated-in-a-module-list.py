# notice: layers.one_layer_repeated
# source: constructed
# says: one and the\s+same Block 5\s+times
# says: \[Block\(8\)\s+for\s+_\s+in\s+range\(depth\)\]
# %% before
from torch import nn
depth = 5
# %% cell
class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, n)
    def forward(self, x): return self.lin(x).relu()
blocks = nn.ModuleList([Block(8)] * depth)
# %% mended
class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, n)
    def forward(self, x): return self.lin(x).relu()
blocks = nn.ModuleList([Block(8) for _ in range(depth)])
