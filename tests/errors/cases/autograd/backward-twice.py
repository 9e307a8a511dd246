# rule: autograd_twice.backward_twice
# source: https://stackoverflow.com/questions/46774641
# says: frees the graph|second
# says: loss = F\.cross_entropy\(model\(xb\), yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
loss = F.cross_entropy(model(xb), yb)
loss.backward()
loss.backward()
# %% mended
loss = F.cross_entropy(model(xb), yb)
loss.backward()
loss = F.cross_entropy(model(xb), yb)
loss.backward()
