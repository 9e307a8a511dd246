# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y = torch.randn(50, 4), torch.randint(0, 2, (50,))
# %% cell
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
nn.init.zeros_(net[2].weight)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
w, b = torch.zeros(4, 2, requires_grad=True), torch.zeros(2, requires_grad=True)
for i in range(4):
    opt.zero_grad()
    (F.cross_entropy(net(x), y) + F.cross_entropy(x @ w + b, y)).backward()
    opt.step()
    with torch.no_grad():
        for p in (w, b):
            p -= 0.1 * p.grad
            p.grad.zero_()
