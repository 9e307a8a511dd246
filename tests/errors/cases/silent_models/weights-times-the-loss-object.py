# notice: mean_for_items.mean_where_items_are_meant
# source: constructed
# says: crit with reduction='none'
# %% before
import torch
from torch import nn
import torch.nn.functional as F
out, y = torch.randn(8, 3), torch.randint(0, 3, (8,)); weights = torch.rand(8)
crit = nn.CrossEntropyLoss()
# %% cell
loss = crit(out, y)
loss = loss * 1.0
ce = crit(out, y)
total = (ce * weights).mean()
