# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(60, 4); y = (x.sum(1, keepdim=True) > 0).float()
net = nn.Linear(4, 1); opt = optim.SGD(net.parameters(), 0.1)
crit = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(3.))
# %% cell
for _ in range(3):
    noisy = y * 0.9 + 0.3 * torch.rand_like(y)
    loss = crit(net(x), noisy) + crit(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
stars = torch.randint(1, 6, (60, 1)).float()
regression = F.mse_loss(net(x), stars)
