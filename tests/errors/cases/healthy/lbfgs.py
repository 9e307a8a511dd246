# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
lbfgs = torch.optim.LBFGS(model.parameters(), lr=0.1)
def closure():
    lbfgs.zero_grad()
    loss = F.cross_entropy(model(x), y)
    loss.backward()
    return loss
for i in range(2): lbfgs.step(closure)
