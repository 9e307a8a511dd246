# notice: mean_losses.divided_by_items
# source: constructed
# says: test_loss / len\(test_dl\)
# says: len\(xb\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
ds = TensorDataset(torch.rand(60, 4), torch.arange(60) % 3)
test_dl = DataLoader(ds, batch_size=12)
net, crit = nn.Linear(4, 3), nn.CrossEntropyLoss()

# %% cell
test_loss = 0
with torch.no_grad():
    for xb, yb in test_dl:
        test_loss += crit(net(xb), yb).item()
test_loss = test_loss / len(test_dl.dataset)
# %% mended
test_loss = 0
with torch.no_grad():
    for xb, yb in test_dl:
        test_loss += crit(net(xb), yb).item()
test_loss = test_loss / len(test_dl)
