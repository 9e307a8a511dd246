# rule: batches_none.nothing_left
# source: constructed
# says: its condition
# says: if not batch: return None
# %% before
import torch
from torch.utils.data import DataLoader
ds = [(torch.rand(3), i // 2 - 1) for i in range(6)]
# %% fails
def collate(batch):
    batch = list(filter(lambda one: one[1] >= 0, batch))
    return torch.stack([x for x, y in batch])
for xb in DataLoader(ds, batch_size=2, collate_fn=collate): print(xb.shape)
# %% mended
def collate(batch):
    batch = list(filter(lambda one: one[1] >= 0, batch))
    if not batch: return None
    return torch.stack([x for x, y in batch])
for xb in DataLoader(ds, batch_size=2, collate_fn=collate):
    if xb is None: continue
    print(xb.shape)
