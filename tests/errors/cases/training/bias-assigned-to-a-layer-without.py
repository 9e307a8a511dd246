# rule: modules_assigned.parameter_assigned
# source: constructed
# says: line\.bias = nn\.Parameter\(torch\.zeros\(2\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
line = nn.Linear(4, 2, bias=False)
# %% fails
line.weight, line.bias = line.weight, torch.zeros(2)
# %% mended
line.bias = nn.Parameter(torch.zeros(2))
