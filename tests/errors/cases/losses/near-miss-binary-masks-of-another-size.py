# rule: not losses_of_masks.binary_for_many_classes
# source: constructed
# %% before
import torch
from torch import nn
out = torch.randn(2, 4, 6, 6)
mask = torch.randint(0, 2, (2, 8, 8)).float()
# %% fails
nn.BCEWithLogitsLoss()(out, mask)
