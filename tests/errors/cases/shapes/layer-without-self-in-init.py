# rule: module_members.member_misspelt
# source: constructed
# says: without\s+self
# says: self\.fc = nn\.Linear\(4, 2\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        fc = nn.Linear(4, 2)
    def forward(self, x): return self.fc(x)
# %% fails
Net()(torch.rand(1, 4))
