# rule: data_transforms.different_sizes
# source: https://github.com/rasbt/LLMs-from-scratch/issues/365
# says: windows
# says: range\(0,\s+len\(tokens\)\s+-\s+size,\s+step\)
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
tokens = list(range(22))
# %% fails
class Chunks(Dataset):
    def __init__(self, tokens, size, step):
        self.x, self.y = [], []
        for i in range(0, len(tokens), step):
            self.x.append(torch.tensor(tokens[i:i + size]))
            self.y.append(torch.tensor(tokens[i + 1:i + size + 1]))
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.y[i]
for x, y in DataLoader(Chunks(tokens, 4, 4), batch_size=3): pass
# %% mended
class Chunks(Dataset):
    def __init__(self, tokens, size, step):
        self.x, self.y = [], []
        for i in range(0, len(tokens) - size, step):
            self.x.append(torch.tensor(tokens[i:i + size]))
            self.y.append(torch.tensor(tokens[i + 1:i + size + 1]))
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.y[i]
for x, y in DataLoader(Chunks(tokens, 4, 4), batch_size=3): pass
