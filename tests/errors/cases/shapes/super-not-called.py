# rule: modules.super_missing
# source: constructed
# says: parentheses
# says: super\(\)\.__init__\(\)
# %% before
import torch
from torch import nn
# %% fails
class Net(nn.Module):
    def __init__(self):
        super().__init__
        self.w = nn.Parameter(torch.randn(3))
Net()
# %% mended
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.randn(3))
Net()
