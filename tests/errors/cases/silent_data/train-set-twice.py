# notice: splits.train_set_twice
# source: constructed
# says: valid_dl
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
train_dl = DataLoader(TensorDataset(torch.randn(64, 4), torch.zeros(64)), bs=16)
valid_dl = DataLoader(TensorDataset(torch.randn(16, 4), torch.zeros(16)), bs=16)
# %% cell
dls = DataLoaders(train_dl, train_dl)
# %% mended
dls = DataLoaders(train_dl, valid_dl)
