# notice: none
# source: constructed
# %% before
import torch
from torch import nn
x = torch.rand(40, 3); y = torch.rand(40, 1)
# %% cell
net = nn.Linear(3, 1)
opt = torch.optim.Adam(net.parameters(), lr=1e-2)
for epoch in range(3):
    loss = nn.functional.mse_loss(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
sched = torch.optim.lr_scheduler.StepLR(opt, 2)
