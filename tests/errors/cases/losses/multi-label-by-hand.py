# rule: losses.several_labels_with_cross_entropy
# source: constructed
# says: BCEWithLogitsLoss
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
preds = torch.randn(16, 3, requires_grad=True); yb = (torch.rand(16, 3) > 0.5).long()
# %% fails
loss = nn.CrossEntropyLoss()(preds, yb)
# %% mended
loss = nn.BCEWithLogitsLoss()(preds, yb.float())
