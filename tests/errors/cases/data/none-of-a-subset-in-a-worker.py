# rule: batches_none.none_in_a_worker
# source: constructed
# says: Numbers\.__getitem__\s+returned\s+None
# says: train = torch.utils.data.Subset\(train
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
from torch.utils.data import Dataset, DataLoader, Subset
class Numbers(Dataset):
    def __len__(self): return 8
    def __getitem__(self, i):
        try:
            return torch.ones(3) / [1, 1, 0][i % 3] if i != 5 else torch.ones(int('x'))
        except ValueError:
            return None
ds = Numbers()
train = Subset(ds, range(4, 8))
# %% fails
dl = DataLoader(train, batch_size=4, num_workers=1)
for xb in dl: pass
