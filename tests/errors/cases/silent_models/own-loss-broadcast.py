# notice: comparisons.shapes_broadcast_in_own_loss
# source: https://discuss.pytorch.org/t/loss-does-not-decrease-for-regression/36131
# says: \(40, 40\)
# says: squared_error\(outputs\.squeeze\(1\), heights\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)
heights = rows.sum(1)
line = nn.Linear(3, 1)
def squared_error(a, b):
    gap = a - b
    return (gap ** 2).mean()
# %% cell
outputs = line(rows)
loss = squared_error(outputs, heights)
loss.backward()
# %% mended
outputs = line(rows)
loss = squared_error(outputs.squeeze(1), heights)
loss.backward()
