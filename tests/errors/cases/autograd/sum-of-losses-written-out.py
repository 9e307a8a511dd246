# rule: autograd_twice.backward_twice
# source: constructed
# says: batches before
# says: loss\.backward\(\)
# says: running \+= loss\.item\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
train_dl = DataLoader(list(zip(x, y)), batch_size=16)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.SGD(model.parameters(), lr=0.1)
# %% fails
running = 0.
for xb, yb in train_dl:
    loss = F.cross_entropy(model(xb), yb)
    running = loss + running
    running.backward()
    opt.step()
    opt.zero_grad()
# %% mended
running = 0.
for xb, yb in train_dl:
    loss = F.cross_entropy(model(xb), yb)
    loss.backward()
    running += loss.item()
    opt.step()
    opt.zero_grad()
