# rule: autograd.backward_of_number
# source: constructed
# says: float
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def loss_of(): return F.cross_entropy(model(xb), yb)
# %% fails
total = 0.
for i in range(2):
    total += loss_of().item()
total.backward()
# %% mended
total = 0.
for i in range(2):
    total = total + loss_of()
total.backward()
