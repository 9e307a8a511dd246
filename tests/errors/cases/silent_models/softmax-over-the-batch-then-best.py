# notice: softmaxes.over_the_batch
# source: constructed
# says: dim=1
# says: 4 classes
# %% before
import torch
from torch import nn
rows = torch.randn(24, 6)
sorts = nn.Linear(6, 4)
# %% cell
raw = sorts(rows)
sure = torch.softmax(raw, 0)
best = torch.max(sure, dim=1).values
# %% mended
raw = sorts(rows)
sure = torch.softmax(raw, dim=1)
best = torch.max(sure, dim=1).values
