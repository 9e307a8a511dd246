# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
net = nn.Linear(8, 2)
alpha = 0.1
# %% cell
xb = torch.randn(4, 8); yb = torch.tensor([0, 1, 0, 1])
delta = torch.zeros_like(xb, requires_grad=True)
for i in range(5):
    loss = F.cross_entropy(net(xb + delta), yb)
    loss.backward()
    with torch.no_grad():
        delta += alpha * delta.grad
        delta.grad.zero_()
