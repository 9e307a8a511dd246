# rule: losses.target_is_one_hot
# source: constructed
# says: one-hot
# says: argmax\(dim=1\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
labels = F.one_hot(yb)
# %% fails
loss = F.cross_entropy(model(xb), labels)
# %% mended
loss = F.cross_entropy(model(xb), labels.argmax(dim=1))
