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
sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps=10)
lrs, losses = [], []
for i in range(10):
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.)
    opt.step()
    sched.step()
    opt.zero_grad(set_to_none=True)
    lrs.append(sched.get_last_lr()[0]); losses.append(loss.item())
