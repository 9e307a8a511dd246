# rule: loops_unpacked.parts_of_a_batch
# source: constructed
# says: i, \(xb,\) in enumerate\(dl\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(48,6)),batch_size=16)
# %% fails
for i,(xb,yb) in enumerate(dl): print(i)
# %% mended
for i, (xb,) in enumerate(dl): print(i)
