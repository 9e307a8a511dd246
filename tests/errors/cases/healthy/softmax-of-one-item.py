# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
leaf, leaves = torch.randn(7), torch.randn(5, 7)
sorter, scorer = nn.Linear(7, 3), nn.Linear(7, 1)
# %% cell
probs = F.softmax(sorter(leaf), dim=0)
print(probs.argmax(), probs[1])
pred = sorter(leaf).softmax(0).max()
for row in leaves:
    chance = nn.Softmax(dim=0)(sorter(row))
    print(chance.argmax())
first = torch.softmax(sorter(leaves)[0], dim=0)
which = F.softmax(scorer(leaves), dim=0)
attention = sorter(leaves).softmax(dim=0)
for row in attention:
    print(row.max())
