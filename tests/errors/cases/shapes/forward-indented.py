# rule: modules.forward_missing
# source: constructed
# says: indented
# says: __init__
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 2)
        def forward(self, x): return self.lin(x)
# %% fails
net = Net()
out = net(torch.rand(1, 2))
