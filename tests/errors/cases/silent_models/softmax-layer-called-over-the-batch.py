# notice: softmaxes.over_the_batch
# source: constructed
# says: nn\.Softmax\(dim=0\)\(raw\)
# says: write\s+dim=1
# %% before
import torch
from torch import nn
leaves = torch.randn(6, 7)
sorter = nn.Linear(7, 3)
# %% cell
raw = sorter(leaves).detach()
probs = nn.Softmax(dim=0)(raw)
# %% mended
raw = sorter(leaves).detach()
probs = nn.Softmax(dim=1)(raw)
