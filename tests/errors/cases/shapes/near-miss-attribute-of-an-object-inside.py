# rule: not module_members.member_misspelt
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Box: pass
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.box = Box()
    def forward(self, x): return x * self.box.scale
# %% fails
Net()(torch.rand(3))
