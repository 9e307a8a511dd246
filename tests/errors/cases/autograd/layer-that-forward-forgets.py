# rule: autograd.grad_is_none
# source: https://github.com/ikostrikov/pytorch-ddpg-naf/issues/1
# says: never uses self\.skip
# says: if p\.grad is not None: total \+= p\.grad\.norm\(\)
# %% before
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.skip, self.out = nn.Linear(4, 4), nn.Linear(4, 1)
    def forward(self, x): return self.out(x)
net = Net()
net(torch.rand(3, 4)).sum().backward()
# %% fails
total = 0
for p in net.parameters():
    total += p.grad.norm()
# %% mended
total = 0
for p in net.parameters():
    if p.grad is not None: total += p.grad.norm()
