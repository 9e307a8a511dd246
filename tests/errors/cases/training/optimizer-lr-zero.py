# notice: training.optimizer_lr_zero
# source: constructed
# says: lr=0
# says: 1e-3
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
opt = torch.optim.SGD(model.parameters(), lr=0)
for i in range(3):
    loss = F.cross_entropy(model(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
# %% mended
opt = torch.optim.SGD(model.parameters(), lr=1e-3)
for i in range(3):
    loss = F.cross_entropy(model(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
