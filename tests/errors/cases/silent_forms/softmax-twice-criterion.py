# notice: losses.activation_twice
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()
# %% cell
err = criterion(net(x), y)
# %% mended
net = nn.Sequential(nn.Linear(3, 2))
err = criterion(net(x), y)
