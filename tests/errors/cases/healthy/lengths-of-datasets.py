# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class Windows(Dataset):
    def __init__(self, x, n): self.x, self.n = x, n
    def __len__(self): return len(self.x) - self.n
    def __getitem__(self, i): return self.x[i:i + self.n], self.x[i + self.n]
class Part(Dataset):
    def __init__(self, x, rows): self.x, self.rows = x, rows
    def __len__(self): return len(self.rows)
    def __getitem__(self, i): return self.x[self.rows[i]]
class Columns(Dataset):
    def __init__(self, x): self.x = x
    def __len__(self): return self.x.shape[1]
    def __getitem__(self, i): return self.x[:, i]
class Pairs(Dataset):
    def __init__(self, a, b): self.a, self.b = a, b
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i], self.b[i]
# %% cell
x = torch.randn(30, 4)
data = [Windows(x, 5), Part(x, [1, 2, 3]), Columns(x), Pairs(x[:10], x)]
windows, part, columns, pairs = data
dl = DataLoader(pairs, batch_size=4)
print([len(one) for one in data])
