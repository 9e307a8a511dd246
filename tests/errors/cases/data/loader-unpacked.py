# rule: loaders.loader_unpacked
# source: constructed
# says: xb, yb = next\(iter\(dl\)\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
xb, yb = dl
# %% mended
xb, yb = next(iter(dl))
