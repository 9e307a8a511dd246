# notice: results.result_dropped
# source: constructed
# says: xb = xb\.to
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
device = torch.device('cpu')
xb = x
# %% cell
model.to(device)
xb.to(device)
print(model(xb).shape)
# %% mended
model.to(device)
xb = xb.to(device)
print(model(xb).shape)
