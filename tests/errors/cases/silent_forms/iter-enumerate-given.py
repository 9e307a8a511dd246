# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')

rows = torch.randn(32, 3); aims = rows.sum(1, keepdim=True)
net = nn.Linear(3, 1)
def train(net, batches, n):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(n):
        for x, y in batches:
            F.mse_loss(net(x), y).backward()
            opt.step()
            opt.zero_grad()
def train3(net, batches, n):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(n):
        for i, (x, y) in batches:
            F.mse_loss(net(x), y).backward()
            opt.step()
            opt.zero_grad()
data = list(zip(rows.split(8), aims.split(8)))
# %% cell
train3(net, enumerate(data), 4)
# %% mended
train3(net, list(enumerate(data)), 4)
