# notice: layers.made_in_forward
# source: https://discuss.pytorch.org (layers defined in forward)
# says: made\s+in\s+Head\.forward
# says: never\s+learns
# says: self\.layer\s+=\s+nn\.Linear\(8,\s+2\)
# %% before
import torch
from torch import nn
# %% cell
class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 8)
    def forward(self, x):
        x = torch.relu(self.first(x))
        return nn.Linear(8, 2)(x)
Head()(torch.rand(2, 4)).shape
# %% mended
class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 8)
        self.layer = nn.Linear(8, 2)
    def forward(self, x):
        x = torch.relu(self.first(x))
        return self.layer(x)
Head()(torch.rand(2, 4)).shape
