# notice: none
# source: constructed
# %% before
import torch
from torch import nn
# %% cell
acts = nn.Sequential(*[nn.Linear(4, 4)] * 2)     # the same layer twice, shared weights
# one layer that is reused in each step
steps = nn.Sequential(*[nn.Linear(4, 4)] * 3)
tied = [nn.Linear(8, 8)] * 2
net = nn.ModuleDict(dict(shared_layers=nn.Sequential(*[nn.Linear(4, 4)] * 2)))
class SharedBlocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*[nn.Linear(4, 4)] * 5)
    def forward(self, x): return self.blocks(x)
def weight_tied(n): return nn.Sequential(*[nn.Linear(4, 4)] * n)
class Steps(nn.Module):
    """A recurrent net: its one layer is used five times."""
    def __init__(self):
        super().__init__()
        self.parts = nn.Sequential(*[nn.Linear(4, 4)] * 5)
SharedBlocks(), weight_tied(3), Steps()
