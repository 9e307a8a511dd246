# rule: modules.forward_arguments
# source: constructed
# says: star
# says: \*batch
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def forward(self, a, b): return a + b
net = Net()
batch = (torch.rand(3), torch.rand(3))
# %% fails
net(batch)
# %% mended
net(*batch)
