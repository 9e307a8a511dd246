# rule: methods_apart.known_in_init
# source: constructed
# says: self\.fc1 = nn\.Linear\(n_in, 16\)
# says: return self\.fc1\(x\)
# says: dot
# %% before
import torch
from torch import nn
# %% fails
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        self_fc1 = nn.Linear(n_in, 16)
    def forward(self, x):
        return self_fc1(x)
Net(4)(torch.rand(2, 4))
# %% mended
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        self.fc1 = nn.Linear(n_in, 16)  # in __init__
    def forward(self, x):
        return self.fc1(x)  # in forward
Net(4)(torch.rand(2, 4))
