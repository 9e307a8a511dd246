# notice: items_for_classes.items_named_classes
# source: constructed
# says: preds\s+=\s+net\(rows\)\.argmax\(dim=1\)
# %% before
import torch
from torch import nn
torch.manual_seed(1)
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 3)); rows = torch.randn(50, 5)
# %% cell
preds = torch.max(net(rows), 0)[1]
preds
# %% mended
preds = net(rows).argmax(dim=1)
preds
