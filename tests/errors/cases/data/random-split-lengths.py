# rule: datasets.lengths_of_split
# source: constructed
# says: add up to 89; ds has 91 items
# says: 0\.8
# %% before
import torch
from torch.utils.data import TensorDataset, random_split
ds = TensorDataset(torch.rand(91, 4))
# %% fails
train_ds, valid_ds = random_split(ds, [71, 18])
# %% mended
train_ds, valid_ds = random_split(ds, [0.8, 0.2])
