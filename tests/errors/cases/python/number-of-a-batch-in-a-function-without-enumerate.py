# rule: loops_unpacked.not_counted
# source: constructed
# says: enumerate\(loader\)
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(48,6),torch.randint(0,2,(48,))),batch_size=16)
def train_epoch(loader):
    for i, (xb, yb) in loader:
        print(i)
# %% fails
train_epoch(dl)
