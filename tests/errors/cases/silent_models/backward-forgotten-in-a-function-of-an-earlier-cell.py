# notice: loops.backward_forgotten
# source: constructed
# says: train_model: loss\.backward\(\)\s+is\s+missing
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(120, 5); y = (x.sum(1) > 0).long()
dl = torch.utils.data.DataLoader(list(zip(x, y)), batch_size=20)
def train_model(net, optimizer, n=3):
    for _ in range(n):
        for xb, yb in dl:
            loss = F.cross_entropy(net(xb), yb)
            optimizer.zero_grad()
            optimizer.step()
    return loss.item()
# %% cell
net = nn.Linear(5, 2)
final = train_model(net, optim.Adam(net.parameters(), 1e-3))
opt2 = optim.Adam(net.parameters(), 1e-3)
final = train_model(net, opt2)
# %% mended
def train_model(net, optimizer, n=3):
    for _ in range(n):
        for xb, yb in dl:
            loss = F.cross_entropy(net(xb), yb)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return loss.item()
net = nn.Linear(5, 2)
opt2 = optim.Adam(net.parameters(), 1e-3)
final = train_model(net, opt2)
