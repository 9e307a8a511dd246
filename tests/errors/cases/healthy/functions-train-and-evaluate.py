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
train_dl = DataLoader(TensorDataset(x, y), 16, shuffle=True)
# %% before
def train(model, dl, opt):
    model.train()
    for xb, yb in dl:
        loss = F.cross_entropy(model(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()

@torch.no_grad()
def evaluate(model, dl):
    model.eval()
    return sum((model(xb).argmax(1) == yb).sum().item() for xb, yb in dl)
# %% cell
for epoch in range(2):
    train(model, train_dl, opt)
    print(evaluate(model, train_dl))
