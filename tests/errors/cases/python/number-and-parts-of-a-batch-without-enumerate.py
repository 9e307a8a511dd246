# rule: loops_unpacked.not_counted
# source: constructed
# says: for i, \(xb, yb\) in enumerate\(train_dl\):
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
train_dl=DataLoader(TensorDataset(torch.randn(48,6),torch.randint(0,2,(48,))),batch_size=16)
# %% fails
for i, xb, yb in train_dl: print(i)
# %% mended
for i, (xb, yb) in enumerate(train_dl): print(i)
