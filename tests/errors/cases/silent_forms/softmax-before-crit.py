# notice: losses.activation_before_loss
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.zeros(48).long()
net = nn.Sequential(nn.Linear(3, 2))
crit = nn.CrossEntropyLoss()
# %% cell
loss = crit(F.softmax(net(x), dim=1), y)
