# notice: loops.zero_grad_forgotten
# source: constructed
# says: opt\.zero_grad\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
train_dl = DataLoader(list(zip(x, y)), batch_size=16, shuffle=True)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.SGD(model.parameters(), lr=0.1)
# %% cell
def fit(epochs, model, opt, train_dl):
    for epoch in range(epochs):
        for xb, yb in train_dl:
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            opt.step()
fit(3, model, opt, train_dl)
# %% mended
def fit(epochs, model, opt, train_dl):
    for epoch in range(epochs):
        for xb, yb in train_dl:
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            opt.step()
            opt.zero_grad()
fit(3, model, opt, train_dl)
