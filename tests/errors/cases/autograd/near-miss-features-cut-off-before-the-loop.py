# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows, goal = torch.rand(6, 4), torch.rand(6, 1)
body, head = nn.Linear(4, 3), nn.Linear(3, 1)
opt = torch.optim.SGD(head.parameters(), lr=0.1)
# %% cell
features = body(rows).detach()
for _ in range(3):
    loss = F.mse_loss(head(features), goal)
    loss.backward()
    opt.step()
    opt.zero_grad()
