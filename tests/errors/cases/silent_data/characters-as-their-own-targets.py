# notice: slices_alike.target_not_shifted
# source: constructed
# says: self\.data\[i \+ 1:i \+\s+self\.block_size \+ 1\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class Chars(Dataset):
    def __init__(self, data, block_size): self.data, self.block_size = data, block_size
    def __len__(self): return len(self.data) - self.block_size - 1
    def __getitem__(self, i):
        x = self.data[i:i + self.block_size]
        y = self.data[i:i + self.block_size]
        return x, y
# %% cell
ds = Chars(torch.randint(0, 9, (60,)), 8)
xb, yb = ds[0]
