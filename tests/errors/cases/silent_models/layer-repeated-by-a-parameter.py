# notice: layers.one_layer_repeated
# source: constructed
# says: Linear depth\s+times
# says: \[nn\.Linear\(n, n\)\s+for\s+_\s+in\s+range\(depth\)\]
# %% before
from torch import nn
# %% cell
class Deep(nn.Module):
    def __init__(self, n, depth):
        super().__init__()
        self.parts = nn.Sequential(*[nn.Linear(n, n)] * depth)
    def forward(self, x): return self.parts(x)
# %% mended
class Deep(nn.Module):
    def __init__(self, n, depth):
        super().__init__()
        self.parts = nn.Sequential(*[nn.Linear(n, n) for _ in range(depth)])
    def forward(self, x): return self.parts(x)
