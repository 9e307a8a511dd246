# rule: module_members.member_misspelt
# source: constructed
# says: lin2
# says: self\.lin2\(F\.relu\(self\.lin1\(x\)\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin1, self.lin2 = nn.Linear(4, 8), nn.Linear(8, 2)
    def forward(self, x):
        return self.lin3(F.relu(self.lin1(x)))
# %% fails
Net()(torch.rand(3, 4))
