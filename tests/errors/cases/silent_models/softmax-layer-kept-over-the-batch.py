# notice: softmaxes.over_the_batch
# source: constructed
# says: the\s+6\s+items of the\s+batch
# %% before
import torch
from torch import nn
leaves = torch.randn(6, 7)
sorter = nn.Linear(7, 3)
to_probs = nn.Softmax(0)
# %% cell
preds = sorter(leaves)
preds = to_probs(preds)
sure, kind = preds.max(dim=1)
# %% mended
preds = sorter(leaves)
preds = preds.softmax(dim=1)
sure, kind = preds.max(dim=1)
