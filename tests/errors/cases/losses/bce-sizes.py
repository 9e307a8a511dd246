# rule: losses_binary.sizes
# source: https://stackoverflow.com/questions/57798033
# says: \(16, 1\)
# says: unsqueeze\(1\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).float()
net = nn.Linear(4, 1); criterion = nn.BCEWithLogitsLoss()
# %% fails
out = net(xb)
loss = criterion(out, yb)
# %% mended
out = net(xb)
loss = criterion(out, yb.unsqueeze(1))
