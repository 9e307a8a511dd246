# notice: comparisons.shapes_broadcast_in_accuracy
# source: constructed
# %% before
import torch
from torch import nn
preds = torch.rand(40, 1); targs = torch.randint(0, 2, (40,)).float()
def acc(p, t): return ((p > .5) == t).float().mean()
def run(f, p, t): return f(p, t)
# %% cell
print(run(acc, preds, targs))
