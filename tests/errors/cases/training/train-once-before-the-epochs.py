# notice: modes.train_forgotten
# source: https://discuss.pytorch.org/t/model-train-and-model-eval-vs-model-and-model-eval/5744
# says: net\.train\(\)
# says: Dropout
# says: each epoch
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader
inp = torch.randn(60, 6); lab = (inp[:, 0] > 0).long()
train_dl = DataLoader(TensorDataset(inp[:40], lab[:40]), 20, shuffle=True)
valid_dl = DataLoader(TensorDataset(inp[40:], lab[40:]), 20)
net = nn.Sequential(nn.Linear(6, 12), nn.ReLU(), nn.Dropout(0.3), nn.Linear(12, 2))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
# %% cell
net.train()
for epoch in range(4):
    for xb, yb in train_dl:
        optimizer.zero_grad()
        F.cross_entropy(net(xb), yb).backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        right = sum((net(xb).argmax(1) == yb).sum().item() for xb, yb in valid_dl)
    print(epoch, right / 20)
# %% mended
for epoch in range(4):
    net.train()
    for xb, yb in train_dl:
        optimizer.zero_grad()
        F.cross_entropy(net(xb), yb).backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        right = sum((net(xb).argmax(1) == yb).sum().item() for xb, yb in valid_dl)
    print(epoch, right / 20)
