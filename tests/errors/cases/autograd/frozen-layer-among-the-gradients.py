# rule: autograd.grad_is_none
# source: constructed
# says: 0 is frozen|`?0`? is frozen
# says: if w\.grad is not None
# %% before
import torch
from torch import nn

net = nn.Sequential(nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1))
net[0].requires_grad_(False)
def clamp(model):
    for name, w in model.named_parameters():
        w.grad.clamp_(-1, 1)
net(torch.rand(3, 4)).sum().backward()
# %% fails
clamp(net)
# %% mended
net(torch.rand(3, 4)).sum().backward()
for name, w in net.named_parameters():
    if w.grad is not None: w.grad.clamp_(-1, 1)
