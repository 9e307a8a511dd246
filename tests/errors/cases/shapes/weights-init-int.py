# rule: modules_without_weights.no_weights
# source: constructed
# says: __int__
# says: def __init__\(self\)
# %% before
import torch
from torch import nn
# %% fails
class Head(nn.Module):
    def __int__(self):
        super().__init__()
        self.lin = nn.Linear(3, 1)
    def forward(self, x): return self.lin(x)
model = nn.Sequential(nn.Flatten(), Head())
opt = torch.optim.Adam(model.parameters())
# %% mended
class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 1)
    def forward(self, x): return self.lin(x)
model = nn.Sequential(nn.Flatten(), Head())
opt = torch.optim.Adam(model.parameters())
