# rule: batches_none.none_among_items
# source: constructed
# says: returned None for item 1
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
class Rows(Dataset):
    def __len__(self): return 4
    def __getitem__(self, i):
        if i != 1:
            return torch.rand(3), i
def join(batch): return torch.stack([one[0] for one in batch])
# %% fails
rows = Rows()
for batch in DataLoader(rows, batch_size=2, collate_fn=join): pass
# %% mended
rows = Rows()
rows = torch.utils.data.Subset(rows, [i for i in range(len(rows)) if rows[i] is not None])
for batch in DataLoader(rows, batch_size=2, collate_fn=join): pass
