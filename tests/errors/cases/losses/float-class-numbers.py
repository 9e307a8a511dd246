# rule: losses.target_is_not_long
# source: https://stackoverflow.com/questions/60440292
# says: float32
# says: yb\.long\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
yb = yb.float()
criterion = nn.CrossEntropyLoss()
# %% fails
loss = criterion(model(xb), yb)
# %% mended
loss = criterion(model(xb), yb.long())
