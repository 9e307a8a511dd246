# notice: last_activations.targets_out_of_reach
# source: constructed
# says: net ends in sigmoid, so its outputs lie between 0 and 1, but the targets go from
# says: Take the last nn\.Sigmoid\(\) out of net
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(40, 3)
price = torch.rand(40, 1) * 90 + 10
# %% cell
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 1), nn.Sigmoid())
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for i in range(5):
    opt.zero_grad()
    loss = F.mse_loss(net(x), price)
    loss.backward()
    opt.step()
# %% mended
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for i in range(5):
    opt.zero_grad()
    loss = F.mse_loss(net(x), price)
    loss.backward()
    opt.step()
