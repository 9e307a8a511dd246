# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torch.optim.lr_scheduler import LinearLR, CosineAnnealingLR, SequentialLR
x = torch.rand(40, 3); y = torch.rand(40, 1)
# %% cell
net = nn.Linear(3, 1)
opt = torch.optim.Adam(net.parameters(), lr=1e-2)
warm = LinearLR(opt, 0.1, total_iters=2)
cos = CosineAnnealingLR(opt, 8)
sched = SequentialLR(opt, [warm, cos], milestones=[2])
def fit(n):
    for i in range(n):
        loss = nn.functional.mse_loss(net(x), y)
        opt.zero_grad(); loss.backward(); opt.step()
        sched.step()
fit(3)
