# rule: losses.target_is_a_column
# source: constructed
# says: pixel
# says: mask\.squeeze\(1\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
out = torch.randn(2, 3, 8, 8, requires_grad=True); mask = torch.randint(0, 3, (2, 1, 8, 8))
# %% fails
loss = nn.CrossEntropyLoss()(out, mask)
# %% mended
loss = nn.CrossEntropyLoss()(out, mask.squeeze(1))
