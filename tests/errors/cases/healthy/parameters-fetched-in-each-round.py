# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
model = nn.Linear(4, 2)
# %% cell
for i in range(4):
    F.cross_entropy(model(x), y).backward()
    params = model.parameters()
    with torch.no_grad():
        for p in params:
            p -= 0.1 * p.grad
    model.zero_grad()
