# rule: layers.linear_size
# source: constructed
# says: nn\.Linear\(8, 2\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(12, 2)
    def forward(self, old, new):
        every = torch.cat([old, new])
        return self.head(every)
net = Net()
# %% fails
net(torch.rand(6, 8), torch.rand(6, 8))
# %% mended
net.head = nn.Linear(8, 2)
net(torch.rand(6, 8), torch.rand(6, 8))
