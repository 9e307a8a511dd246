# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Probe(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(5, 6), nn.Linear(6, 2)
    def forward(self, x): return self.head(self.body(x).detach())
x, y = torch.rand(8, 5), torch.tensor([0, 1] * 4)
# %% cell
probe = Probe()
opt = torch.optim.SGD(probe.head.parameters(), lr=0.1)
for i in range(3):
    loss = F.cross_entropy(probe(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
