# rule: batches_none.none_among_items
# source: constructed
# says: returned None for item 1
# says: ds = Rows\(\[1, 'x', 3, 4\]\)
# says: DataLoader\(ds, batch_size=2, shuffle=False\)
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
class Rows(Dataset):
    def __init__(self, rows): self.rows = rows
    def __len__(self): return len(self.rows)
    def __getitem__(self, i):
        try:
            return torch.tensor(float(self.rows[i]))
        except ValueError:
            return None
# %% fails
for xb in DataLoader(Rows([1, 'x', 3, 4]), batch_size=2, shuffle=False):
    print(xb)
# %% mended
ds = Rows([1, 'x', 3, 4])
ds = torch.utils.data.Subset(ds, [i for i in range(len(ds)) if ds[i] is not None])
dl = DataLoader(ds, batch_size=2, shuffle=False)
for xb in dl:
    print(xb)
