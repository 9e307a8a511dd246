# rule: losses_binary.one_class_per_item
# source: constructed
# says: F\.cross_entropy\(model\(xb\), yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
loss = nn.BCEWithLogitsLoss()(model(xb), yb)
# %% mended
loss = F.cross_entropy(model(xb), yb)
