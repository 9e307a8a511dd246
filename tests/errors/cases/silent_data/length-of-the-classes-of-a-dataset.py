# notice: dataset_lengths.counts_something_else
# source: constructed
# says: return len\(self\.files\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader
class Pictures(Dataset):
    def __init__(self, files, labels):
        self.files, self.labels = files, labels
        self.classes = sorted(set(labels))
    def __len__(self): return len(self.classes)
    def __getitem__(self, idx): return self.files[idx], self.classes.index(self.labels[idx])
# %% cell
ds = Pictures([f'{i}.png' for i in range(20)], ['a', 'b'] * 10)
print(len(ds))
