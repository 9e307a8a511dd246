# notice: none
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.rand(40, 4); y = (x[:, :1] > 0.5).float()
mlp = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
prob_net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
opt = torch.optim.SGD(mlp.parameters(), 0.1)
bce = nn.BCEWithLogitsLoss()
# %% cell
for epoch in range(3):
    keep = torch.rand(40) > 0.5
    out = mlp(x[keep])
    loss = bce(out, y[keep])
    opt.zero_grad(); loss.backward(); opt.step()
    acc = ((out > 0) == (y[keep] > 0.5)).float().mean()
    if acc > 0.5: print(epoch)
other = ((prob_net(x) > 0.5) == y).float().mean()
