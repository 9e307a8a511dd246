# rule: autograd.grad_is_none
# source: constructed
# says: Call backward\(\) on the loss first
# %% before
import torch
from torch import nn

net = nn.Linear(4, 1)
loss = net(torch.rand(3, 4)).sum()
# %% fails
for p in net.parameters():
    p.grad.data.clamp_(-1, 1)
# %% mended
loss.backward()
for p in net.parameters():
    p.grad.data.clamp_(-1, 1)
