# notice: numbers.one_maximum_of_all
# source: constructed
# says: argmax\(dim=1\)
# says: one number
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
preds = model(x)
acc = (preds.argmax() == y).float().mean()
# %% mended
preds = model(x)
acc = (preds.argmax(dim=1) == y).float().mean()
