# rule: module_members.member_misspelt
# source: constructed
# says: self\.hidden = hidden
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.fc = nn.Linear(8, hidden)
    def forward(self, x): return self.fc(x).view(-1, self.hidden)
# %% fails
Net(5)(torch.rand(1, 8))
