# notice: training.not_called
# source: constructed
# says: zero_grad\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
for i in range(3):
    opt.zero_grad
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
# %% mended
for i in range(3):
    opt.zero_grad()
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
