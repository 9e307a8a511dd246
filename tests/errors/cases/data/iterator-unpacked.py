# rule: loaders_unpacked.iterator_unpacked
# source: constructed
# says: one\s+batch\s+after\s+the\s+other
# says: images, labels = next\(iter\(train_dl\)\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(40, 3), torch.randint(0, 2, (40,))), batch_size=8)
# %% fails
images, labels = iter(train_dl)
# %% mended
images, labels = next(iter(train_dl))
