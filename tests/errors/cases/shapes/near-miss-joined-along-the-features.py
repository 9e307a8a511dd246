# rule: layers.linear_size
# source: constructed
# says: nn\.Linear\(20, 1\)
# %% before
import torch
from torch import nn
class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(40, 1)
    def forward(self, words, numbers):
        both = torch.cat((words, numbers), 1)
        return self.out(both)
net = Mixed()
# %% fails
net(torch.rand(6, 10), torch.rand(6, 10))
# %% mended
net.out = nn.Linear(20, 1)
net(torch.rand(6, 10), torch.rand(6, 10))
