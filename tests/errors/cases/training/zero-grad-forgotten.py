# notice: loops.zero_grad_forgotten
# source: https://stackoverflow.com/questions/48001598
# says: zero_grad\(\)
# says: gradients
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
for epoch in range(20):
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
# %% mended
for epoch in range(20):
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
