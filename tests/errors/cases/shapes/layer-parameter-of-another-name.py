# rule: not methods_apart.known_in_init
# source: constructed
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, x):
        super().__init__()
        self.lin = nn.Linear(x, 2)
    def forward(self, inp):
        return self.lin(x)
net = Net(4)
# %% fails
net(torch.rand(2, 4))
