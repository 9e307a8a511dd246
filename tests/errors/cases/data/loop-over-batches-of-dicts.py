# rule: batches_of_dicts.keys_of_a_batch
# source: constructed
# says: dict with the keys 'pixels' and 'target'
# says: xb is the text 'pixels', a key
# says: for batch in loader:\s+xb, yb = batch\['pixels'\], batch\['target'\]
# %% before
import torch
from torch import nn
from torch.utils.data import Dataset, DataLoader
class Leaves(Dataset):
    def __len__(self): return 8
    def __getitem__(self, i):
        item = {'pixels': torch.randn(4), 'target': i % 2}
        return item
loader = DataLoader(Leaves(), batch_size=4)
model, loss_func = nn.Linear(4, 2), nn.CrossEntropyLoss()
def train(loader):
    for xb, yb in loader:
        loss = loss_func(model(xb), yb)
        loss.backward()
# %% fails
train(loader)
# %% mended
def train(loader):
    for batch in loader:
        xb, yb = batch['pixels'], batch['target']
        loss = loss_func(model(xb), yb)
        loss.backward()
train(loader)
