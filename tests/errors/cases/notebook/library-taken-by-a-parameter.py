# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: def forward\(self, x, F\): has a parameter F
# says: def forward\(self, x, my_F\):
# %% before
import torch
from torch import nn
import torch.nn.functional as F
# %% fails
class Net(nn.Module):
    def forward(self, x, F):
        return F.relu(x)
Net()(torch.rand(3), 2)
# %% mended
class Net(nn.Module):
    def forward(self, x, my_F):
        return F.relu(x)
Net()(torch.rand(3), 2)
