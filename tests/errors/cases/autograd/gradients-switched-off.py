# rule: autograd_lost.gradients_are_off
# source: constructed
# says: set_grad_enabled\(True\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
torch.set_grad_enabled(False)
# %% fails
loss = F.cross_entropy(model(xb), yb)
loss.backward()
# %% mended
torch.set_grad_enabled(True)
loss = F.cross_entropy(model(xb), yb)
loss.backward()
