# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
heights = rows.sum(1)
line = nn.Linear(3, 1)
def squared_error(a, b):
    a = a.view(-1)
    return ((a - b) ** 2).mean()
def table_of_errors(a, b):
    return (a - b) ** 2
# %% cell
loss = squared_error(line(rows), heights)
errors = table_of_errors(line(rows), heights)
