# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class Windows(Dataset):
    "for an autoencoder"
    def __init__(self, x, n): self.x, self.n = x, n
    def __len__(self): return len(self.x) // self.n
    def __getitem__(self, i): return self.x[i:i+self.n], self.x[i:i+self.n]
class LM(Dataset):
    def __init__(self, ids, bptt): self.ids, self.bptt = ids, bptt
    def __len__(self): return len(self.ids) - self.bptt - 1
    def __getitem__(self, i): return self.ids[i:i+self.bptt], self.ids[i+1:i+self.bptt+1]
# %% cell
ds = Windows(torch.randn(60), 5)
lm = LM(torch.randint(0, 9, (60,)), 5)
print(ds[0], lm[0])
