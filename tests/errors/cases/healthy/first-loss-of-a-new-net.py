# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
# %% cell
net = nn.Sequential(nn.Linear(5, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 3))
with torch.no_grad():
    out = net(rows)
    start = F.cross_entropy(out, kinds)
    hits = (out.argmax(1) == kinds).float().mean()
print(start, hits)
