# notice: forwards.activation_before_the_loss
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(24, 5); kinds = torch.randint(0, 3, (24,))
class Sorter(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.last = nn.Linear(5, 8), nn.Linear(8, 3)
    def forward(self, x):
        return F.softmax(self.last(F.relu(self.inner(x))), dim=1)
ce = F.cross_entropy
# %% before
sorter = Sorter()
opt = torch.optim.SGD(sorter.parameters(), lr=0.1)
# %% before
crit = nn.CrossEntropyLoss()
# %% cell
for _ in range(2):
    l = crit(sorter(rows), kinds)
    l.backward(); opt.step(); opt.zero_grad()
# %% mended
class Sorter2(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.last = nn.Linear(5, 8), nn.Linear(8, 3)
    def forward(self, x):
        return self.last(F.relu(self.inner(x)))
sorter = Sorter2()
opt = torch.optim.SGD(sorter.parameters(), lr=0.1)
for _ in range(2):
    l = crit(sorter(rows), kinds)
    l.backward(); opt.step(); opt.zero_grad()
