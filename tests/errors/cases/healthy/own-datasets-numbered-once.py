# notice: none
# source: constructed
# %% before
import torch
from torch.utils.data import Dataset, DataLoader
from sklearn.preprocessing import LabelEncoder
class Birds(Dataset):
    def __init__(self, names, number=None):
        self.names, self.number = names, number or {n: i for i, n in enumerate(sorted(set(names)))}
    def __len__(self): return len(self.names)
    def __getitem__(self, i): return torch.ones(3), self.number[self.names[i]]
class Encoded(Dataset):
    def __init__(self, names):
        self.encoder = LabelEncoder().fit(names)
        self.y = self.encoder.transform(names)
    def __len__(self): return len(self.y)
    def __getitem__(self, i): return torch.ones(3), self.y[i]
names = ['crow', 'finch', 'gull', 'robin'] * 5
rest = ['finch', 'robin', 'gull']
every = {n: i for i, n in enumerate(sorted(set(names)))}
class Sizes(Dataset):
    def __init__(self, names): self.counts = {n: names.count(n) for n in names}
    def __len__(self): return len(self.counts)
    def __getitem__(self, i): return list(self.counts.values())[i]
# %% cell
train_ds, valid_ds = Birds(names, every), Birds(rest, every)
train_same, valid_same = Birds(names), Birds(names[:4])
train_counts, valid_counts = Sizes(names), Sizes(rest)
