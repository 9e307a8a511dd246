# notice: models.layers_in_a_list
# source: https://discuss.pytorch.org/t/when-should-i-use-nn-modulelist-and-when-should-i-use-nn-sequential/5463
# says: layers
# says: ModuleList
# says: not registered
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
class Net(nn.Module):
    def __init__(self, n=3):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(n)]
        self.out = nn.Linear(4, 2)
    def forward(self, x):
        for layer in self.layers: x = layer(x).relu()
        return self.out(x)

net = Net()
# %% mended
class Net(nn.Module):
    def __init__(self, n=3):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(n)])
        self.out = nn.Linear(4, 2)
    def forward(self, x):
        for layer in self.layers: x = layer(x).relu()
        return self.out(x)

net = Net()
