# rule: autograd_lost.all_frozen
# source: constructed
# says: frozen
# says: requires_grad
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
for p in model.parameters(): p.requires_grad = False
loss = F.cross_entropy(model(xb), yb)
loss.backward()
# %% mended
for p in model.parameters(): p.requires_grad = False
model.requires_grad_(True)
loss = F.cross_entropy(model(xb), yb)
loss.backward()
