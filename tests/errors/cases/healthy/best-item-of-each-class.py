# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(4, 6); net = nn.Linear(6, 4)
# %% cell
with torch.no_grad(): votes = net(rows)
_, best_row = torch.max(votes, 0)
highest = rows[best_row]
is_first = best_row == 0
