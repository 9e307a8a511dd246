# notice: none
# source: constructed
# %% before
import torch
from torch import nn
model = nn.Linear(3, 1)
# %% cell
opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=0.5, total_steps=40)
rates = []
for step in range(40):
    rates.append(sched.get_last_lr()[0])
    opt.zero_grad()
    opt.step()
    sched.step()
val_loss = nn.functional.mse_loss(model(torch.rand(4, 3)), torch.rand(4, 1))
max(rates)
