# rule: optimizers_closures.closure_missing
# source: constructed
# says: def\s+closure
# says: opt\.step\(closure\)
# %% before
import torch
from torch import nn
net, x, y = nn.Linear(3, 1), torch.rand(8, 3), torch.rand(8, 1)
opt = torch.optim.LBFGS(net.parameters())
# %% fails
for _ in range(2):
    opt.zero_grad()
    pred = net(x)
    loss = ((pred - y) ** 2).mean()
    loss.backward()
    opt.step()
# %% mended
for _ in range(2):
    def closure():
        opt.zero_grad()
        pred = net(x)
        loss = ((pred - y) ** 2).mean()
        loss.backward()
        return loss
    opt.step(closure)
