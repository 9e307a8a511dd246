# notice: none
# source: constructed
# %% before
import torch
from torch import nn
class Same(nn.Module):
    "first"
    def __init__(self): super().__init__(); self.a = nn.Linear(6, 2)
    def forward(self, x): return self.a(x)
class Both(nn.Module):
    def __init__(self): super().__init__(); self.a = nn.Linear(6, 2)
    def forward(self, x): return self.a(x)
class Kept(Both):
    def forward(self, x): return self.a(x) + 1
class Unused:
    def __len__(self): return 1
same, old, kept, one = Same(), Both(), Kept(), Unused()
OldKept = Kept
# %% before
class Same(nn.Module):
    "the same, with a longer docstring"
    def __init__(self): super().__init__(); self.a = nn.Linear(6, 2)

    def forward(self, x):
        return self.a(x)
class Both(nn.Module):
    def __init__(self): super().__init__(); self.a = nn.Linear(6, 2)
    def forward(self, x): return torch.relu(self.a(x))
class Kept(Both):
    def forward(self, x): return self.a(x) + 2
class Unused:
    def __len__(self): return 2
# %% cell
x = torch.randn(3, 6)
new = Both()
new.load_state_dict(old.state_dict())
a, b, c, d = same(x), old(x), new(x), kept(x)
print(one, type(one))
