# notice: losses.shapes_broadcast_in_loss
# source: constructed
# says: \(64, 1\)
# says: \(64,\)
# says: squeeze
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
yf = x.sum(1)
reg = nn.Linear(4, 1)
# %% cell
preds = reg(x)
loss = ((preds - yf)**2).mean()
# %% mended
preds = reg(x)
loss = ((preds.squeeze(1) - yf)**2).mean()
