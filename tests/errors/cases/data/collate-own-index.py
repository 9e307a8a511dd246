# rule: not batches_none.nothing_left
# source: constructed
# %% before
import torch
from torch.utils.data import DataLoader
ds = [(torch.rand(3), i) for i in range(6)]
# %% fails
def collate(batch):
    xs = []
    return torch.stack([xs[0] for x, y in batch])
for xb in DataLoader(ds, batch_size=2, collate_fn=collate): print(xb.shape)
