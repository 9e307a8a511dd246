# notice: losses.nll_of_raw_outputs
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.zeros(48).long()
net = nn.Sequential(nn.Linear(3, 2))
with torch.no_grad(): net[0].bias += 5
crit = nn.NLLLoss()
# %% cell
loss = crit(net(x), y)
