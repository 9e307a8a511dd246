# notice: splits.valid_loader_of_train
# source: constructed
# says: valid_ds
# %% before
import torch
from torch.utils.data import TensorDataset, DataLoader
train_ds = TensorDataset(torch.randn(64, 4), torch.zeros(64))
valid_ds = TensorDataset(torch.randn(16, 4), torch.zeros(16))
# %% cell
train_dl = DataLoader(train_ds, batch_size=16, shuffle=True)
valid_dl = DataLoader(train_ds, batch_size=16)
# %% mended
train_dl = DataLoader(train_ds, batch_size=16, shuffle=True)
valid_dl = DataLoader(valid_ds, batch_size=16)
