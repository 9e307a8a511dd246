# notice: zero_weights.zeros_in_two_layers
# source: constructed
# says: The weights of 2 layers of net \(shapes \(6, 4\) and \(2, 6\)\) began as zeros
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y = torch.randn(50, 4), torch.randint(0, 2, (50,))
# %% cell
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
for p in net.parameters(): nn.init.zeros_(p)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(4):
    opt.zero_grad()
    F.cross_entropy(net(x), y).backward()
    opt.step()
# %% mended
net = nn.Sequential(nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 2))
for layer in (net[0], net[2]): nn.init.kaiming_normal_(layer.weight)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(4):
    opt.zero_grad()
    F.cross_entropy(net(x), y).backward()
    opt.step()
