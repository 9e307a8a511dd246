# rule: arguments_swapped.of_cross_entropy
# source: https://discuss.pytorch.org/t/softmax-not-implemented-for-long/102961
# says: swapped|order
# says: cross_entropy\(model\(xb\), yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
loss = F.cross_entropy(yb, model(xb))
loss.backward()
# %% mended
loss = F.cross_entropy(model(xb), yb)
loss.backward()
