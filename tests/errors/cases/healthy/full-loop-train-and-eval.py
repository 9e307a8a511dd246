# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
from torch.utils.data import TensorDataset, DataLoader
train_dl = DataLoader(TensorDataset(x, y), 16, shuffle=True); valid_dl = DataLoader(TensorDataset(x[:16], y[:16]), 16)
# %% cell
for epoch in range(2):
    model.train()
    running = 0.
    for xb, yb in train_dl:
        opt.zero_grad()
        loss = F.cross_entropy(model(xb), yb)
        loss.backward()
        opt.step()
        running += loss.item() * len(xb)
    model.eval()
    correct = 0
    with torch.no_grad():
        for xb, yb in valid_dl:
            correct += (model(xb).argmax(1) == yb).sum().item()
    print(running / len(x), correct / 16)
