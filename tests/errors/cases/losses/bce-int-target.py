# rule: losses_binary.target_is_not_float
# source: constructed
# says: int64
# says: \.float\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
preds = torch.randn(16, 3, requires_grad=True); yb = (torch.rand(16, 3) > 0.5).long()
# %% fails
loss = F.binary_cross_entropy_with_logits(preds, yb)
# %% mended
loss = F.binary_cross_entropy_with_logits(preds, yb.float())
