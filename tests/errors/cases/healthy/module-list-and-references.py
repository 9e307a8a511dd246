# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = list(sizes)
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])
        self.picked = [self.layers[0], self.layers[1]]
        self.register_buffer('scale', torch.ones(1))
    def forward(self, x):
        for l in self.layers[:-1]: x = F.relu(l(x))
        return self.layers[-1](x) * self.scale

net = Net([4, 8, 8, 2])
opt = torch.optim.Adam(net.parameters(), 1e-2)
for i in range(3):
    loss = F.cross_entropy(net(x), y)
    loss.backward(); opt.step(); opt.zero_grad()
