# notice: modes.train_forgotten
# source: constructed
# says: model\.train\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
from torch.utils.data import DataLoader
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
train_dl = DataLoader(list(zip(x, y)), batch_size=16, shuffle=True)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.SGD(model.parameters(), lr=0.1)
def fit(epochs, model, opt):
    for epoch in range(epochs):
        for xb, yb in train_dl:
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            opt.step()
            opt.zero_grad()
        model.eval()
        with torch.no_grad():
            acc = (model(x).argmax(1) == y).float().mean()
        print(epoch, acc.item())
# %% cell
fit(3, model, opt)
# %% mended
model.train()
def fit(epochs, model, opt):
    for epoch in range(epochs):
        model.train()
        for xb, yb in train_dl:
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            opt.step()
            opt.zero_grad()
        model.eval()
        with torch.no_grad():
            acc = (model(x).argmax(1) == y).float().mean()
        print(epoch, acc.item())
fit(3, model, opt)
