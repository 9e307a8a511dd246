# rule: modules.list_hides_weights
# source: constructed
# says: self\.parts = nn\.ModuleList\(\)
# %% before
import torch
from torch import nn
# %% fails
class Tower(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.parts = []
        for a, b in zip(sizes, sizes[1:]):
            self.parts.append(nn.Linear(a, b))
tower = Tower([4, 8, 2])
opt = torch.optim.SGD(tower.parameters(), lr=0.1)
# %% mended
class Tower(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.parts = nn.ModuleList()
        for a, b in zip(sizes, sizes[1:]):
            self.parts.append(nn.Linear(a, b))
tower = Tower([4, 8, 2])
opt = torch.optim.SGD(tower.parameters(), lr=0.1)
