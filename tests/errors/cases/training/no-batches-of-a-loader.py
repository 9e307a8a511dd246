# notice: loaders.no_batches
# source: https://stackoverflow.com (drop_last, loss stays 0)
# says: train_dl\s+has\s+0\s+batches
# says: 30\s+items
# says: batch_size=128
# says: drop_last
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split
torch.manual_seed(1)
ds = TensorDataset(torch.rand(40, 5), torch.randint(0, 2, (40,)))
# %% cell
train_ds, valid_ds = random_split(ds, [30, 10])
train_dl = DataLoader(train_ds, batch_size=128, shuffle=True, drop_last=True)
valid_dl = DataLoader(valid_ds, batch_size=128)
# %% mended
train_ds, valid_ds = random_split(ds, [30, 10])
train_dl = DataLoader(train_ds, batch_size=16, shuffle=True, drop_last=True)
valid_dl = DataLoader(valid_ds, batch_size=128)
