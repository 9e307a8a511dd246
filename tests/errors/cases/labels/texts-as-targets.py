# rule: labels.texts_as_targets
# source: constructed
# says: vocab\.index\(label\)
# says: 'cat'
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset
x, labels = torch.rand(8, 4), ['cat', 'dog'] * 4
model = nn.Linear(4, 2)
# %% fails
class Pets(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], labels[i]

for xb, yb in DataLoader(Pets(), batch_size=4): loss = F.cross_entropy(model(xb), yb)
# %% mended
vocab = sorted(set(labels))
class Pets(Dataset):
    def __len__(self): return len(x)
    def __getitem__(self, i): return x[i], vocab.index(labels[i])

for xb, yb in DataLoader(Pets(), batch_size=4): loss = F.cross_entropy(model(xb), yb)
