# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
net = nn.Linear(8, 2)
lr = 0.1
# %% cell
mu = torch.tensor(0., requires_grad=True)
x = torch.randn(50) + 2
for i in range(10):
    log_lik = -((x - mu)**2).mean()
    log_lik.backward()
    with torch.no_grad():
        mu += lr * mu.grad
        mu.grad.zero_()
w = torch.tensor(0., requires_grad=True)
for i in range(10):
    loss = -((x - w)**2).mean()
    loss.backward()
    with torch.no_grad():
        w += lr * w.grad
        w.grad.zero_()
