# notice: losses.activation_twice
# source: constructed
# %% before
import torch
from types import SimpleNamespace
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
run = SimpleNamespace(net=nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1)))
# %% cell
loss = F.cross_entropy(run.net(x), y)
