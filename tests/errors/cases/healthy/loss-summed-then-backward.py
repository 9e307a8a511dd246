# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
for epoch in range(3):
    total = 0
    for i in range(4):
        loss = F.cross_entropy(model(x[i::4]), y[i::4])
        total += loss
    opt.zero_grad()
    total.backward()
    opt.step()
