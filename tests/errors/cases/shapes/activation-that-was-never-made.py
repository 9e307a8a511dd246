# rule: module_members.member_misspelt
# source: constructed
# says: self\.relu = nn\.ReLU\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 2)
    def forward(self, x): return self.relu(self.fc1(x))
# %% fails
Net()(torch.rand(3, 4))
