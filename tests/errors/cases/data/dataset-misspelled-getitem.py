# rule: datasets.method_missing
# source: constructed
# says: __getitem__
# says: __get_item__
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
# %% fails
class Squares(Dataset):
    def __init__(self): self.x = torch.arange(8)
    def __len__(self): return len(self.x)
    def __get_item__(self, i): return self.x[i] ** 2

for xb in DataLoader(Squares(), batch_size=4): print(xb)
# %% mended
class Squares(Dataset):
    def __init__(self): self.x = torch.arange(8)
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i] ** 2

for xb in DataLoader(Squares(), batch_size=4): print(xb)
