# rule: autograd_twice.backward_twice
# source: constructed
# says: batches before
# says: item\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
total = 0
for i in range(3):
    loss = F.cross_entropy(model(xb), yb)
    total += loss
    total.backward()
# %% mended
total = 0
for i in range(3):
    loss = F.cross_entropy(model(xb), yb)
    loss.backward()
    total += loss.item()
