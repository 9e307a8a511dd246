# notice: iterators.used_up
# source: constructed
# says: Go\s+over\s+train_dl\s+itself
# %% before
import torch, torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(32, 3); aims = rows.sum(1, keepdim=True)
train_dl = DataLoader(TensorDataset(rows, aims), batch_size=8, shuffle=True)
net = nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% cell
batches = iter(train_dl)
for epoch in range(5):
    for i, (a, b) in enumerate(batches):
        loss = F.mse_loss(net(a), b)
        loss.backward()
        opt.step()
        opt.zero_grad()
# %% mended
batches = train_dl
for epoch in range(5):
    for i, (a, b) in enumerate(batches):
        loss = F.mse_loss(net(a), b)
        loss.backward()
        opt.step()
        opt.zero_grad()
