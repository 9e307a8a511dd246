# notice: modes.train_forgotten
# source: constructed
# says: model\.train\(\)
# says: Dropout
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
# %% cell
for epoch in range(3):
    loss = F.cross_entropy(model(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    model.eval()
    with torch.no_grad():
        print((model(x).argmax(1) == y).float().mean())
# %% mended
for epoch in range(3):
    model.train()
    loss = F.cross_entropy(model(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    model.eval()
    with torch.no_grad():
        print((model(x).argmax(1) == y).float().mean())
