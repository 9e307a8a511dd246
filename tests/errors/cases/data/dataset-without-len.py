# rule: datasets.method_missing
# source: constructed
# says: no method __len__
# says: def __len__
# %% before
import torch
from torch.utils.data import DataLoader, Dataset
# %% fails
class Squares(Dataset):
    def __init__(self): self.x = torch.arange(8)
    def __getitem__(self, i): return self.x[i] ** 2

dl = DataLoader(Squares(), batch_size=4, shuffle=True)
# %% mended
class Squares(Dataset):
    def __init__(self): self.x = torch.arange(8)
    def __getitem__(self, i): return self.x[i] ** 2
    def __len__(self): return len(self.x)

dl = DataLoader(Squares(), batch_size=4, shuffle=True)
