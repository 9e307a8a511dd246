# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
net = nn.Sequential(nn.Linear(5, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 3))
# %% cell
with torch.no_grad(): start = F.cross_entropy(net(rows), kinds)
print(f'{start:.2f}')
