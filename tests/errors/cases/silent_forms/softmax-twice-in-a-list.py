# notice: losses.activation_twice
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
nets = [nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1)) for _ in range(2)]
# %% cell
loss = F.cross_entropy(nets[0](x), y)
