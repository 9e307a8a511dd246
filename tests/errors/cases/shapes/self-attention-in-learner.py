# rule: layers.linear_size
# source: constructed
# says: transpose\(1, 2\)
# %% before
import torch
from torch import nn
lin = nn.Linear(4, 2)
x = torch.rand(3, 4, 7)
# %% fails
lin(x)
# %% mended
x = x.transpose(1, 2)
lin(x)
