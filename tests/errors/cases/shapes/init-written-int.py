# rule: module_members.init_of_another_name
# source: constructed
# says: __int__
# says: def __init__\(self, n_in\):
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def __int__(self, n_in):
        super().__init__()
        self.fc = nn.Linear(n_in, 2)
    def forward(self, x): return self.fc(x)
# %% fails
net = Net(4)
