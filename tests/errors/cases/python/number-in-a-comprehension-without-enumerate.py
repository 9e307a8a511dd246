# rule: loops_unpacked.not_counted
# source: constructed
# says: i, \(xb, yb\) in enumerate\(dl\)\]
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(48,6),torch.randint(0,2,(48,))),batch_size=16)
# %% fails
means=[(i, xb.mean().item()) for i,(xb,yb) in dl]
# %% mended
means=[(i, xb.mean().item()) for i, (xb, yb) in enumerate(dl)]
