# notice: softmaxes.over_the_batch
# source: constructed
# says: write\s+dim=1
# %% before
import torch
from torch import nn
import torch.nn.functional as F
leaves = torch.randn(5, 7)
sorter = nn.Linear(7, 4)
# %% cell
kinds = F.log_softmax(sorter(leaves), dim=0).argmax(dim=1)
# %% mended
kinds = F.log_softmax(sorter(leaves), dim=1).argmax(dim=1)
