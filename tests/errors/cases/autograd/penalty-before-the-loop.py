# rule: autograd_twice.backward_twice
# source: constructed
# says: before the loop
# says: penalty
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
penalty = (model[0].weight ** 2).sum()
for i in range(2):
    loss = F.cross_entropy(model(xb), yb) + 0.1 * penalty
    loss.backward()
    model.zero_grad()
# %% mended
for i in range(2):
    penalty = (model[0].weight ** 2).sum()
    loss = F.cross_entropy(model(xb), yb) + 0.1 * penalty
    loss.backward()
    model.zero_grad()
