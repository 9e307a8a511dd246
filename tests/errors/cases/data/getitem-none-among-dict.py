# rule: batches_none.none_among_items
# source: constructed
# says: returned None for item 1
# says: if self\.rows\[i\] > 0
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
class Rows(Dataset):
    def __init__(self, rows): self.rows = rows
    def __len__(self): return len(self.rows)
    def __getitem__(self, i):
        if self.rows[i] > 0:
            return {'x': self.rows[i]}
# %% fails
train_ds = Rows(torch.tensor([1., 0., 3., 4.]))
train_dl = DataLoader(train_ds, batch_size=2)
for batch in train_dl: pass
# %% mended
train_ds = Rows(torch.tensor([1., 0., 3., 4.]))
train_ds = torch.utils.data.Subset(train_ds, [i for i in range(len(train_ds)) if train_ds[i] is not None])
train_dl = DataLoader(train_ds, batch_size=2)
for batch in train_dl: pass
