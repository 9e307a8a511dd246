# rule: modules.forward_arguments
# source: constructed
# says: self
# says: def forward\(self, x\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def forward(x): return x
net = Net()
# %% fails
net(torch.rand(3))
