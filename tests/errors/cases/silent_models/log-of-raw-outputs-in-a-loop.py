# notice: loop_results.loss_is_nan
# source: constructed
# says: predicts\s+numbers\s+below\s+0
# says: torch\.log\(F\.softplus\(out\)\s+\+\s+1e-6\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(60, 3); y = x.abs().sum(1, keepdim=True)
net = nn.Linear(3, 1); opt = optim.SGD(net.parameters(), .01)
# %% cell
losses = []
for _ in range(3):
    out = net(x)
    loss = F.mse_loss(torch.log(out), torch.log(y))
    loss.backward(); opt.step(); opt.zero_grad()
    losses.append(loss.item())
# %% mended
net = nn.Linear(3, 1); opt = optim.SGD(net.parameters(), .01)
losses = []
for _ in range(3):
    out = net(x)
    loss = F.mse_loss(torch.log(F.softplus(out) + 1e-6), torch.log(y))
    loss.backward(); opt.step(); opt.zero_grad()
    losses.append(loss.item())
