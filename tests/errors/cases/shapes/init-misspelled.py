# rule: modules.init_misspelled
# source: constructed
# says: __int__
# says: two underscores
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __int__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
# %% fails
Net()(torch.rand(1, 2))
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
    def forward(self, x): return self.lin(x)
Net()(torch.rand(1, 2))
