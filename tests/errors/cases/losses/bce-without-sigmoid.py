# rule: losses_binary.out_of_range
# source: constructed
# says: sigmoid
# says: BCEWithLogitsLoss
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1, keepdim=True) > 0).float()
net = nn.Linear(4, 1)
criterion = nn.BCELoss()
# %% fails
loss = criterion(net(xb), yb)
# %% mended
loss = nn.BCEWithLogitsLoss()(net(xb), yb)
