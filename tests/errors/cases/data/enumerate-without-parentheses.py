# rule: loaders.loader_unpacked
# source: constructed
# says: for i, \(xb, yb\) in enumerate\(dl\):
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl = DataLoader(TensorDataset(torch.rand(8, 4), torch.arange(8)), batch_size=2)
# %% fails
for i, xb, yb in enumerate(dl):
    print(i, xb.shape)
# %% mended
for i, (xb, yb) in enumerate(dl):
    print(i, xb.shape)
