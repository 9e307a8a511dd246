# rule: autograd.leaf_in_place
# source: https://discuss.pytorch.org/t/leaf-variable-was-used-in-an-inplace-operation/308
# says: total
# says: total = 0\.
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
total = torch.zeros(1, requires_grad=True)
for i in range(2):
    total += F.cross_entropy(model(xb), yb)
# %% mended
total = 0.
for i in range(2):
    total = total + F.cross_entropy(model(xb), yb)
