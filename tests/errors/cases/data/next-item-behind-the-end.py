# rule: datasets_counted.longer_than_its_lists
# source: constructed
# says: return len\(self\.x\) - 1
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
from torch.utils.data import Dataset, DataLoader
class Words(Dataset):
    def __init__(self, x): self.x = x
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.x[i+1]
# %% fails
for x, y in DataLoader(Words(list(range(12))), batch_size=5): pass
# %% mended
class Words(Dataset):
    def __init__(self, x): self.x = x
    def __len__(self):
        return len(self.x) - 1
    def __getitem__(self, i): return self.x[i], self.x[i+1]
for x, y in DataLoader(Words(list(range(12))), batch_size=5): pass
