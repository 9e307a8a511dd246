# rule: modules.init_misspelled
# source: https://discuss.pytorch.org/t/object-has-no-attribute/
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
