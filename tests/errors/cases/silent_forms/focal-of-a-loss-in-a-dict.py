# notice: mean_for_items.mean_where_items_are_meant
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 2))
crits = {"ce": nn.CrossEntropyLoss()}
# %% cell
ce = crits["ce"](net(x), y)
pt = torch.exp(-ce)
focal = ((1 - pt)**2 * ce).mean()
