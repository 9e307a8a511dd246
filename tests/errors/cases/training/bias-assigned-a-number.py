# rule: modules_assigned.parameter_assigned
# source: constructed
# says: line\.bias\.fill_\(0\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
# %% fails
line.bias = 0
# %% mended
with torch.no_grad():
    line.bias.fill_(0)
