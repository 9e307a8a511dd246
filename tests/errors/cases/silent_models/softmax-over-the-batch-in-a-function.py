# notice: softmaxes.over_the_batch
# source: constructed
# says: write\s+dim=1
# %% before
import torch
from torch import nn
leaves = torch.randn(6, 7)
sorter = nn.Linear(7, 3)
def chances(rows):
    with torch.no_grad():
        out = sorter(rows)
    return torch.softmax(out, dim=0)
# %% cell
found = chances(leaves)
best = [row.argmax().item() for row in found]
# %% mended
def chances(rows):
    with torch.no_grad():
        out = sorter(rows)
    return torch.softmax(out, dim=1)
found = chances(leaves)
best = [row.argmax().item() for row in found]
