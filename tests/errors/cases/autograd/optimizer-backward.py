# rule: optimizers.backward_of_another
# source: constructed
# says: loss\.backward\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.SGD(model.parameters(), lr=0.1)
# %% fails
loss = F.cross_entropy(model(xb), yb)
opt.backward()
opt.step()
# %% mended
loss = F.cross_entropy(model(xb), yb)
loss.backward()
opt.step()
opt.zero_grad()
