# notice: softmaxes.over_the_batch
# source: constructed
# says: 3\s+classes\s+write\s+dim=1
# %% before
import torch
from torch import nn
leaves = torch.randn(6, 7)
sorter = nn.Linear(7, 3)
# %% cell
probs = torch.softmax(sorter(leaves), 0)
for n, row in enumerate(probs):
    print(n, 100 * row.max())
percent = 100 * probs
# %% mended
probs = torch.softmax(sorter(leaves), 1)
for n, row in enumerate(probs):
    print(n, 100 * row.max())
percent = 100 * probs
