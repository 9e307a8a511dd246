# rule: not batches_none.none_in_a_worker
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
from torch.utils.data import Dataset, DataLoader
class Sizes(Dataset):
    def __init__(self): self.tfm = None
    def __len__(self): return 8
    def __getitem__(self, i):
        if i > 100: return None
        return self.tfm.shape
ds = Sizes()
# %% fails
for xb in DataLoader(ds, batch_size=4, num_workers=1): pass
