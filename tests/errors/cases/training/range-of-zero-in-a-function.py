# notice: loop_results.loss_is_nan
# source: constructed
# says: in\s+scaled\s+is\s+0
# says: not from the\s+learning rate
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def scaled(t): return (t - t.amin(0)) / (t.amax(0) - t.amin(0))
rows = torch.rand(20, 3); rows[:, 1] = 0
goals = torch.rand(20, 1)
net = nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% cell
ready = scaled(rows)
for _ in range(3):
    loss = F.mse_loss(net(ready), goals)
    loss.backward()
    opt.step()
    opt.zero_grad()
