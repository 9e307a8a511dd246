# rule: modules.super_missing
# source: constructed
# says: def __init__\(self, n_in, hidden=8\):
# %% before
from torch import nn
# %% fails
class Tiny(nn.Module):
    def __init__(self, n_in, hidden=8):
        self.first = nn.Linear(n_in, hidden)
    def forward(self, x): return self.first(x)
tiny = Tiny(3)
# %% mended
class Tiny(nn.Module):
    def __init__(self, n_in, hidden=8):
        super().__init__()
        self.first = nn.Linear(n_in, hidden)
    def forward(self, x): return self.first(x)
tiny = Tiny(3)
