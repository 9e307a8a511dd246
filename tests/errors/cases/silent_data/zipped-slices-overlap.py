# notice: leaks.slices_share_rows
# source: constructed
# says: share\s+100\s+rows\s+of\s+x
# says: x\[400:\]
# %% before
import torch
from torch.utils.data import TensorDataset
x = torch.rand(500, 3); y = torch.rand(500)
# %% cell
n_cut = 400
train_set = TensorDataset(x[:n_cut], y[:n_cut])
valid_set = TensorDataset(x[300:], y[300:])
# %% mended
n_cut = 400
train_set = TensorDataset(x[:n_cut], y[:n_cut])
valid_set = TensorDataset(x[400:], y[400:])
