# notice: losses.activation_twice
# source: constructed
# says: Sigmoid
# says: BCEWithLogitsLoss
# says: BCELoss
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
model = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
criterion = nn.BCEWithLogitsLoss()
# %% cell
loss = criterion(model(x), y[:, None].float())
# %% mended
criterion = nn.BCELoss()
loss = criterion(model(x), y[:, None].float())
