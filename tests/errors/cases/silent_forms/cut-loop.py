# notice: cut_graphs.outputs_cut_off
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.head = nn.Linear(4, 3)
    def forward(self, x):
        out = self.conv(x).mean((2, 3))
        return self.head(out.detach())
nets = {'a': Small()}
opt = torch.optim.Adam(nets['a'].parameters(), lr=1e-3)
def train(net, x, y):
    for i in range(3):
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
x, y = torch.rand(6, 1, 8, 8), torch.tensor([0, 1, 2, 0, 1, 2])
net = nets['a']
batch = [(x, y)]
# %% cell
for a, b in batch:
    loss = F.cross_entropy(net(a), b)
    loss.backward()
    opt.step()
    opt.zero_grad()
