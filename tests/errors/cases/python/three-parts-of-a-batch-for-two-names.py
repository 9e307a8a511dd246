# rule: loops_unpacked.parts_of_a_batch
# source: constructed
# says: has\s+3\s+parts
# says: xb, yb, \*rest in dl
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(48,6),torch.randn(48,6),torch.randint(0,2,(48,))),batch_size=16)
# %% fails
for xb,yb in dl: print(xb.shape)
# %% mended
for xb, yb, *rest in dl: print(xb.shape)
