# notice: none
# source: constructed
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader
ds = TensorDataset(torch.randn(64, 4), torch.zeros(64))
# %% cell
train_ds, valid_ds = torch.utils.data.random_split(ds, [48, 16])
train_dl = DataLoader(train_ds, batch_size=16, shuffle=True)
valid_dl = DataLoader(valid_ds, batch_size=32)
train_eval_dl = DataLoader(train_ds, batch_size=64)
next(iter(train_dl))[0].shape
