# rule: batches_none.none_in_a_worker
# source: constructed
# says: return \(None, i\)
# says: ds\[i\]\[0\] is not None
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
from torch.utils.data import Dataset, DataLoader
class Pairs(Dataset):
    def __len__(self): return 8
    def __getitem__(self, i):
        if i == 3: return None, i
        return torch.zeros(3), i
ds = Pairs()
# %% fails
dl = DataLoader(ds, batch_size=4)
for xb, yb in dl: pass
# %% mended
ds = torch.utils.data.Subset(ds, [i for i in range(len(ds)) if ds[i][0] is not None])
dl = DataLoader(ds, batch_size=4)
for xb, yb in dl: pass
