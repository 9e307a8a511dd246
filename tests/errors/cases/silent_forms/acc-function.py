# notice: comparisons.shapes_broadcast_in_accuracy
# source: constructed
# %% before
import torch
from torch import nn
preds = torch.rand(40, 1); targs = torch.randint(0, 2, (40,)).float()
def score(p, t): return ((p > .5) == t).float().mean()
# %% cell
print(score(preds, targs))
