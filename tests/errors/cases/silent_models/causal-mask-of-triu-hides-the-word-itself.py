# notice: causal_masks.hides_a_whole_row
# source: constructed
# says: diagonal=1
# %% before
import torch
from torch import nn
import torch.nn.functional as F
scores = torch.randn(2, 6, 6)
# %% cell
n = scores.shape[-1]
mask = torch.triu(torch.ones(n, n)).bool()
att = scores.masked_fill(mask, float('-inf')).softmax(-1)
# %% mended
n = scores.shape[-1]
mask = torch.triu(torch.ones(n, n), diagonal=1).bool()
att = scores.masked_fill(mask, float('-inf')).softmax(-1)
