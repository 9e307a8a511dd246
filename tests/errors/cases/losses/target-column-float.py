# rule: losses.target_is_a_column
# source: constructed
# says: squeeze\(1\)\.long\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
targets = yb[:, None].float()
# %% fails
out = model(xb)
loss = F.nll_loss(F.log_softmax(out, dim=1), targets)
# %% mended
out = model(xb)
loss = F.nll_loss(F.log_softmax(out, dim=1), targets.squeeze(1).long())
