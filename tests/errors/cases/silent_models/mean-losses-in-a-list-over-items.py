# notice: mean_losses.divided_by_items
# source: constructed
# says: sum\(losses\) / len\(loader\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.rand(60, 4), torch.arange(60) % 3)
test_dl = DataLoader(ds, batch_size=12)
net, crit = nn.Linear(4, 3), nn.CrossEntropyLoss()
def measure(model, loader, loss_func):
    losses = []
    for xb, yb in loader:
        loss = loss_func(model(xb), yb)
        losses.append(loss.item())
    return sum(losses) / len(loader.dataset)
# %% cell
measure(net, test_dl, crit)
# %% mended
def measure(model, loader, loss_func):
    losses = []
    for xb, yb in loader:
        loss = loss_func(model(xb), yb)
        losses.append(loss.item())
    return sum(losses) / len(loader)
measure(net, test_dl, crit)
