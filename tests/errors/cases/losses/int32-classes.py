# rule: losses.target_is_not_long
# source: constructed
# says: int32
# says: long\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
import numpy as np
target = torch.from_numpy(yb.numpy().astype(np.int32))
# %% fails
def loss_of(pred, target):
    return F.cross_entropy(pred, target)

loss_of(model(xb), target)
# %% mended
def loss_of(pred, target):
    return F.cross_entropy(pred, target.long())

loss_of(model(xb), target)
