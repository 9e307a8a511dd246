# rule: modules_assigned.parameter_assigned
# source: constructed
# says: line\.bias\.copy_\(torch\.as_tensor\(np\.array\(\[1\.0, 2\.0\]\)\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

torch.manual_seed(3)
inputs, goals = torch.randn(20, 4), torch.randn(20, 2)
line = nn.Linear(4, 2)
import numpy as np

# %% fails
line.bias = np.array([1.0, 2.0])
# %% mended
with torch.no_grad():
    line.bias.copy_(torch.as_tensor(np.array([1.0, 2.0])))
