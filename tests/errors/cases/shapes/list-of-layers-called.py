# rule: modules.list_called
# source: constructed
# says: list
# says: nn\.Sequential\(\*self\.layers\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.ReLU()]
    def forward(self, x): return self.layers(x)
# %% fails
net = Net()
net(torch.rand(1, 2))
# %% mended
net = Net()
net.layers = nn.Sequential(*net.layers)
net(torch.rand(1, 2))
