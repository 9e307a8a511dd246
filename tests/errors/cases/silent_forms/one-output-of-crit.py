# notice: logits.one_output_in_a_loop
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.zeros(48).long()
net = nn.Sequential(nn.Linear(3, 1))
crit = nn.CrossEntropyLoss()
# %% cell
loss = crit(net(x), y)
