# rule: modules.forward_arguments
# source: constructed
# says: mask
# says: x, mask
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def forward(self, x, mask): return x * mask
net = Net()
x = torch.rand(3)
# %% fails
net(x)
# %% mended
net(x, torch.ones(3))
