# notice: begins_at_zero.never_the_best
# source: constructed
# says: best_mse\s+begins\s+at\s+0
# says: best_mse\s+=\s+float\('inf'\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(60, 3); y = x.sum(1, keepdim=True)
net = nn.Linear(3, 1); opt = optim.SGD(net.parameters(), .05)
# %% cell
best_mse, best_epoch = 0, -1
for epoch in range(4):
    loss = F.mse_loss(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if loss.item() < best_mse:
        best_mse, best_epoch = loss.item(), epoch
        best_mse = loss.item()
# %% mended
best_mse = float('inf')
for epoch in range(4):
    loss = F.mse_loss(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
    if loss.item() < best_mse:
        best_mse, best_epoch = loss.item(), epoch
