# rule: module_members.member_misspelt
# source: constructed
# says: never\s+made
# says: self\.fc = nn\.Linear\(144,
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
    def forward(self, x):
        x = self.conv(x)
        return self.fc(x.flatten(1))
# %% fails
Net()(torch.rand(1, 1, 8, 8))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(144, 2)
        self.conv = nn.Conv2d(1, 4, 3)
    def forward(self, x):
        x = self.conv(x)
        return self.fc(x.flatten(1))
Net()(torch.rand(1, 1, 8, 8))
