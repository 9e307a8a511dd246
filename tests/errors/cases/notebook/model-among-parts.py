# rule: notebook_undefined.never_defined
# source: constructed
# says: cell that makes model
# %% before
import torch
from torch import nn
first, second, third, last = nn.Linear(3, 2), nn.Linear(2, 2), nn.Linear(2, 3), nn.Linear(3, 4)
# %% fails
out = model(torch.rand(1, 3))
