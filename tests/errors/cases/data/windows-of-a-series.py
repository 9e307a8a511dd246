# rule: data_transforms.different_sizes
# source: constructed
# says: return\s+len\(self\.series\)\s+-\s+self\.steps\s+\+\s+1
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
# %% fails
class Series(Dataset):
    def __init__(self, series, steps):
        self.series, self.steps = series, steps
    def __len__(self):
        return len(self.series)
    def __getitem__(self, idx):
        return self.series[idx:idx + self.steps]
for xb in DataLoader(Series(torch.arange(30.), 5), batch_size=8): pass
# %% mended
class Series(Dataset):
    def __init__(self, series, steps):
        self.series, self.steps = series, steps
    def __len__(self):
        return len(self.series) - self.steps + 1
    def __getitem__(self, idx):
        return self.series[idx:idx + self.steps]
for xb in DataLoader(Series(torch.arange(30.), 5), batch_size=8): pass
