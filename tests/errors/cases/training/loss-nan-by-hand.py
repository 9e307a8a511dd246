# notice: loop_results.loss_is_nan
# source: constructed
# says: nan|inf
# says: lr=
# says: spoilt|anew
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=1000)
yf = x.sum(1)
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))
opt = torch.optim.SGD(model.parameters(), lr=1000)
# %% cell
for epoch in range(20):
    loss = F.mse_loss(model(x).squeeze(1), yf)
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
opt = torch.optim.SGD(model.parameters(), lr=1e-3)
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))
opt = torch.optim.SGD(model.parameters(), lr=1e-3)
for epoch in range(20):
    loss = F.mse_loss(model(x).squeeze(1), yf)
    opt.zero_grad()
    loss.backward()
    opt.step()
