# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.rand(60, 4), torch.arange(60) % 3)
test_dl = DataLoader(ds, batch_size=12)
net, crit = nn.Linear(4, 3), nn.CrossEntropyLoss()
summed = nn.CrossEntropyLoss(reduction='sum')
one_by_one = DataLoader(ds)
# %% cell
def weighted(loader):
    total = 0.
    for xb, yb in loader:
        loss = F.cross_entropy(net(xb), yb)
        total += loss.item() * len(xb)
    return total / len(loader.dataset)
def of_sums(loader, loss_func):
    total, right = 0., 0
    for xb, yb in loader:
        total += loss_func(net(xb), yb).item()
        right += (net(xb).argmax(1) == yb).sum().item()
    return total / len(loader.dataset), right / len(loader.dataset)
def single(loader):
    total = 0.
    for xb, yb in loader:
        loss = F.cross_entropy(net(xb), yb)
        total += loss.item()
    return total / len(loader.dataset)
def scaled(loader):
    total = 0.
    for xb, yb in loader:
        loss = F.cross_entropy(net(xb), yb)
        loss *= xb.size(0)
        total += loss.item()
    return total / len(loader.dataset)
a, b, c, d = weighted(test_dl), of_sums(test_dl, summed), single(one_by_one), scaled(test_dl)
def by_size(loader):
    total = 0.
    for xb, yb in loader: total += F.cross_entropy(net(xb), yb).item()
    return total / len(loader.dataset) * loader.batch_size
e = by_size(test_dl)
