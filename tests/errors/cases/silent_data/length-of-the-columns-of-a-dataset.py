# notice: dataset_lengths.counts_something_else
# source: constructed
# says: return len\(self\.x\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class Points(Dataset):
    def __init__(self, x, y): self.x, self.y = x, y
    def __len__(self): return self.x.size(1)
    def __getitem__(self, i): return self.x[i], self.y[i]
# %% cell
points = Points(torch.randn(50, 4), torch.zeros(50))
dl = DataLoader(points, batch_size=8)
for xb, yb in dl: print(len(xb))
