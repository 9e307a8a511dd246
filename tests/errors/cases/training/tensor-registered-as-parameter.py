# rule: modules_assigned.parameter_registered
# source: constructed
# says: line\.register_parameter\('scale', nn\.Parameter\(torch\.ones\(2\)\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
# %% fails
line.register_parameter("scale", torch.ones(2))
# %% mended
line.register_parameter("scale", nn.Parameter(torch.ones(2)))
