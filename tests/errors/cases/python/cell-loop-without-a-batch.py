# rule: python_blocks.loop_without_a_round
# source: constructed
# says: 5 items
# says: dl = DataLoader\(ds, 8, drop_last=False\)
# %% before
import torch
from torch.utils.data import DataLoader
ds = [(torch.rand(2), 1.0) for _ in range(5)]
# %% fails
dl = DataLoader(ds, 8, drop_last=True)
for xb, yb in dl:
    mean = xb.mean()
print(mean)
# %% mended
dl = DataLoader(ds, 8, drop_last=False)
for xb, yb in dl:
    mean = xb.mean()
print(mean)
