# rule: loaders.loaders_for_datasets
# source: constructed
# says: DataLoaders\(train_dl, valid_dl\)
# %% before
from fastai.vision.all import *
from torch.utils.data import TensorDataset
import torch.utils.data as tud
ds = TensorDataset(torch.rand(80, 4), torch.randint(0, 2, (80,)))
train_dl, valid_dl = tud.DataLoader(ds, batch_size=16), tud.DataLoader(ds, batch_size=16)
# %% fails
dls = DataLoaders.from_dsets(train_dl, valid_dl, num_workers=0)
# %% mended
dls = DataLoaders(train_dl, valid_dl)
