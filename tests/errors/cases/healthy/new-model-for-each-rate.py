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
for lr in (0.1, 0.01):
    net = nn.Linear(4, 2)
    sgd = torch.optim.SGD(net.parameters(), lr=lr)
    loss = F.cross_entropy(net(x), y)
    loss.backward()
    sgd.step()
    print(lr, F.cross_entropy(net(x), y).item())
