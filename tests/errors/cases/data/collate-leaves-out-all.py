# rule: batches_none.nothing_left
# source: constructed
# says: safe_collate left out all 2 items
# says: scans = torch\.utils\.data\.Subset
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
class Scans(Dataset):
    def __len__(self): return 6
    def __getitem__(self, i): return (torch.rand(3), i) if i < 4 else None
# %% fails
def safe_collate(items):
    good = [one for one in items if one is not None]
    xs, ys = zip(*good)
    return torch.stack(xs), torch.tensor(ys)
scans = Scans()
dl = DataLoader(scans, batch_size=2, collate_fn=safe_collate)
for xb, yb in dl: pass
# %% mended
def safe_collate(items):
    good = [one for one in items if one is not None]
    xs, ys = zip(*good)
    return torch.stack(xs), torch.tensor(ys)
scans = Scans()
scans = torch.utils.data.Subset(scans, [i for i in range(len(scans)) if scans[i] is not None])
dl = DataLoader(scans, batch_size=2, collate_fn=safe_collate)
for xb, yb in dl: pass
