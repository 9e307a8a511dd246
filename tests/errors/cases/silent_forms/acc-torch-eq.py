# notice: comparisons.shapes_broadcast_in_accuracy
# source: constructed
# %% before
import torch
from torch import nn
preds = torch.rand(40, 1); targs = torch.randint(0, 2, (40,)).float()
# %% cell
print(torch.eq(preds > .5, targs).float().mean())
