# rule: losses_binary.out_of_range
# source: constructed
# says: from 1 to 2
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
p = torch.rand(8); yb = torch.tensor([1., 2, 1, 2, 2, 1, 1, 2])
# %% fails
loss = F.binary_cross_entropy(p, yb)
# %% mended
loss = F.binary_cross_entropy(p, (yb > 1).float())
