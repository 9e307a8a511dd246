# notice: measures.method_kept
# source: constructed
# says: keeps\s+the\s+method\s+itself
# says: loss\.item\(\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 1); x = torch.rand(20, 3); y = torch.rand(20, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% cell
losses = []
for i in range(3):
    loss = nn.functional.mse_loss(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    losses.append(loss.item)
# %% mended
losses = []
for i in range(3):
    loss = nn.functional.mse_loss(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    losses.append(loss.item())
