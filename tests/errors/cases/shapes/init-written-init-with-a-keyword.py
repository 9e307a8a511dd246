# rule: module_members.init_of_another_name
# source: constructed
# says: def __init__\(self, n_in, n_out\)|def __init__\(self, n_in
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Net(nn.Module):
    def init(self, n_in, n_out=2):
        super().__init__()
        self.fc = nn.Linear(n_in, n_out)
    def forward(self, x): return self.fc(x)
# %% fails
net = Net(n_in=4)
