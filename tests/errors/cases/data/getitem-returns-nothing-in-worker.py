# rule: datasets.not_collatable
# source: constructed
# says: Pairs\.__getitem__ returned None
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
x, y = torch.rand(8, 4), torch.arange(8)
# %% fails
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): x[i], y[i]

for xb, yb in DataLoader(Pairs(), batch_size=4, num_workers=1): print(xb.shape)
# %% mended
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], y[i]

for xb, yb in DataLoader(Pairs(), batch_size=4, num_workers=1): print(xb.shape)
