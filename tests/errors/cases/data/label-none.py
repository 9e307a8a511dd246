# rule: datasets.not_collatable
# source: constructed
# says: One part
# says: None
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
x = torch.rand(8, 4)
# %% fails
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], None

for xb, yb in DataLoader(Pairs(), batch_size=4): print(xb.shape)
# %% mended
class Pairs(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], -1

for xb, yb in DataLoader(Pairs(), batch_size=4): print(xb.shape)
