# rule: losses_of_masks.binary_for_many_classes
# source: constructed
# says: F\.cross_entropy\(out, mask\.squeeze\(1\)\.long\(\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
out = torch.randn(2, 4, 6, 6, requires_grad=True)
mask = torch.randint(0, 4, (2, 1, 6, 6)).float()
# %% fails
loss = F.binary_cross_entropy_with_logits(out, mask)
loss.backward()
# %% mended
loss = F.cross_entropy(out, mask.squeeze(1).long())
loss.backward()
