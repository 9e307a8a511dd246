# rule: autograd.backward_of_number
# source: constructed
# says: item\(\)
# says: plain number
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
loss = F.cross_entropy(model(xb), yb).item()
loss.backward()
# %% mended
loss = F.cross_entropy(model(xb), yb)
loss.backward()
print(loss.item())
