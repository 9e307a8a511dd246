# notice: loops.backward_forgotten
# source: https://discuss.pytorch.org (loss does not change)
# says: loss\.backward\(\)\s+is\s+missing
# says: no\s+gradients
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(1)
houses = torch.rand(60, 5); prices = houses.sum(1, keepdim=True)
train_dl = DataLoader(TensorDataset(houses, prices), batch_size=20)
# %% cell
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(3):
    for xb, yb in train_dl:
        loss = nn.functional.mse_loss(net(xb), yb)
        opt.step()
        opt.zero_grad()
    print(epoch, loss.item())
# %% mended
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(3):
    for xb, yb in train_dl:
        loss = nn.functional.mse_loss(net(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
    print(epoch, loss.item())
