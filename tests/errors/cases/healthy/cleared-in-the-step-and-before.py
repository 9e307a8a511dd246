# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(60, 5); y = torch.rand(60, 1)
dl = DataLoader(TensorDataset(x, y), batch_size=20)
net = nn.Linear(5, 1)
opt = torch.optim.SGD(net.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)
# %% cell
def train_batch(xb, yb):
    loss = nn.functional.mse_loss(net(xb), yb)
    loss.backward()
    opt.step()
    opt.zero_grad()
    return loss.item()
for epoch in range(2):
    opt.zero_grad()
    for xb, yb in dl:
        train_batch(xb, yb)
    sched.step()
nets = [nn.Linear(5, 1) for _ in range(2)]
opts = [torch.optim.SGD(n.parameters(), lr=0.1) for n in nets]
for epoch in range(2):
    for o in opts: o.zero_grad()
    for n, o in zip(nets, opts):
        loss = nn.functional.mse_loss(n(x), y)
        loss.backward()
        o.step()
