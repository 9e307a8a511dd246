# notice: loop_results.loss_is_nan
# source: constructed
# says: counts\s+holds\s+4\s+zeros
# says: Write\s+data\s+=\s+torch\.log1p\(counts\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
counts = torch.arange(24.).view(8, 3); counts[:4, 2] = 0; counts[0, 0] = 1
goals = torch.rand(8, 1)
net = nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.001)
# %% cell
data = torch.log(counts)
for _ in range(3):
    loss = F.l1_loss(net(data), goals)
    loss.backward()
    opt.step()
    opt.zero_grad()
# %% mended
data = torch.log1p(counts)
for _ in range(3):
    loss = F.l1_loss(net(data), goals)
    loss.backward()
    opt.step()
    opt.zero_grad()
