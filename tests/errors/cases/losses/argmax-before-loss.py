# rule: losses.prediction_is_a_class
# source: constructed
# says: argmax
# says: scores?
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
preds = model(xb).argmax(1)
loss = F.cross_entropy(preds, yb)
# %% mended
preds = model(xb)  # of shape (n, classes), no argmax
loss = F.cross_entropy(preds, yb)
