# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = nn.Linear(3, 1), nn.Linear(3, 1)
# %% cell
with torch.no_grad():
    for p, q in zip(a.parameters(), b.parameters()):
        p.mul_(0.9).add_(q, alpha=0.1)
    for p in a.parameters(): p *= 0.5
    total = 0
    for p in a.parameters():
        p = p.flatten()
        total += (p ** 2).sum()
    flat = []
    for p in a.parameters():
        p = p.abs()
        flat.append(p)
for p in a.parameters(): p.data = p.data * 0.5
