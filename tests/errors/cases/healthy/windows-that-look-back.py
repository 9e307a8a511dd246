# notice: none
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset
x = torch.rand(500, 3); y = torch.rand(500)
# %% cell
window, n = 24, 400
train_set = TensorDataset(x[:n], y[:n])
valid_set = TensorDataset(x[n - window:], y[n - window:])
train_pairs, val_pairs = list(zip(x[:450], y[:450])), list(zip(x[450:], y[450:]))
last = list(zip(x[-50:], y[-50:]))
