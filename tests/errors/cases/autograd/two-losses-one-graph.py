# rule: autograd_twice.backward_twice
# source: constructed
# says: loss1.*loss2
# says: \(loss1 \+ loss2\)\.backward\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
out = model(xb)
loss1 = F.cross_entropy(out, yb)
loss2 = (out ** 2).mean()
loss1.backward()
loss2.backward()
# %% mended
out = model(xb)
loss1 = F.cross_entropy(out, yb)
loss2 = (out ** 2).mean()
(loss1 + loss2).backward()
