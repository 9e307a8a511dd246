# rule: tensors_called.parameter_called
# source: constructed
# says: rows @ weights
# %% before
import torch
from torch import nn
rows = torch.randn(6, 3)
weights = nn.Parameter(torch.randn(3, 2))
# %% fails
out = weights(rows)
# %% mended
out = rows @ weights
