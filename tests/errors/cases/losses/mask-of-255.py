# rule: losses.class_out_of_range
# source: constructed
# says: 255
# says: unique\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
out = torch.randn(2, 2, 8, 8, requires_grad=True); mask = torch.randint(0, 2, (2, 8, 8)) * 255
# %% fails
loss = F.cross_entropy(out, mask)
# %% mended
mask.unique()  # which numbers there are
loss = F.cross_entropy(out, (mask == 255).long())
