# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
from torch.utils.data import TensorDataset, DataLoader
train_dl = DataLoader(TensorDataset(x, y), 8)
# %% cell
accum = 4
for i, (xb, yb) in enumerate(train_dl):
    loss = F.cross_entropy(model(xb), yb) / accum
    loss.backward()
    if (i + 1) % accum == 0:
        opt.step()
        opt.zero_grad()
