# rule: not autograd.backward_of_number
# source: constructed
# says: detach
# %% before
import torch
from torch import nn
x, y = torch.rand(20, 3), torch.rand(20, 1)
net = nn.Linear(3, 1)
def loss_of(net, x, y):
    loss = ((net(x) - y) ** 2).mean()
    return loss.detach()
# %% fails
loss = loss_of(net, x, y)
loss.backward()
# %% mended
def loss_of(net, x, y):
    loss = ((net(x) - y) ** 2).mean()
    return loss
loss = loss_of(net, x, y)
loss.backward()
