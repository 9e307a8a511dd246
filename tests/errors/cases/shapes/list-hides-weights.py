# rule: modules.list_hides_weights
# source: https://stackoverflow.com/questions/54678896
# says: list
# says: nn\.ModuleList\(self\.layers\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [nn.Linear(2, 2), nn.Linear(2, 1)]
    def forward(self, x):
        for l in self.layers: x = l(x)
        return x
# %% fails
net = Net()
opt = torch.optim.SGD(net.parameters(), lr=.1)
# %% mended
net = Net()
net.layers = nn.ModuleList(net.layers)
opt = torch.optim.SGD(net.parameters(), lr=.1)
