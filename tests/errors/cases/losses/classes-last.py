# rule: losses.classes_are_last
# source: constructed
# says: permute\(0, 2, 1\)
# says: dimension 1
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
logits = torch.randn(16, 10, 5, requires_grad=True); tokens = torch.randint(0, 5, (16, 10))
# %% fails
loss = F.cross_entropy(logits, tokens)
# %% mended
loss = F.cross_entropy(logits.permute(0, 2, 1), tokens)
