# notice: numbered_datasets.numbered_by_each
# source: constructed
# says: 'finch'\s+is\s+1\s+in\s+train_dl\.dataset\.encoder
# says: Make\s+encoder\s+once
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
# %% cell
train_dl = DataLoader(Encoded(names), batch_size=4, shuffle=True)
valid_dl = DataLoader(Encoded(rest), batch_size=4)
