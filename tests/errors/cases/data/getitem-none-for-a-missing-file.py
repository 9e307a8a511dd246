# rule: datasets.not_collatable
# source: constructed
# says: Scans\.__getitem__ returned None for item 2
# says: if file\.exists\(\)
# says: torch\.utils\.data\.Subset\(ds, \[i for i in range\(len\(ds\)\) if ds\[i\] is not None\]\)
# %% before
from pathlib import Path
import torch
from torch.utils.data import Dataset, DataLoader
for i in (0, 1, 3): torch.save(torch.rand(1, 4, 4), f'case_{i}.pt')
class Scans(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        file = Path(f'case_{i}.pt')
        if file.exists():
            return torch.load(file), i
# %% fails
ds = Scans()
dl = DataLoader(ds, batch_size=2)
for xb, yb in dl: pass
# %% mended
ds = Scans()
ds = torch.utils.data.Subset(ds, [i for i in range(len(ds)) if ds[i] is not None])
dl = DataLoader(ds, batch_size=2)
for xb, yb in dl: pass
