# notice: slices_alike.target_not_shifted
# source: constructed
# says: only\s+has\s+to\s+copy
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class LMData(Dataset):
    def __init__(self, ids, n=8): self.ids, self.n = ids, n
    def __len__(self): return len(self.ids) // self.n
    def __getitem__(self, i): return self.ids[i*self.n:(i+1)*self.n], self.ids[i*self.n:(i+1)*self.n]
# %% cell
lm_ds = LMData(list(range(100)))
