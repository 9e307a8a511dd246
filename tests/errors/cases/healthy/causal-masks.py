# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
scores = torch.randn(2, 6, 6)
# %% cell
low = torch.tril(torch.ones(6, 6)); high = torch.triu(torch.ones(6, 6), diagonal=1)
a = scores.masked_fill(low == 0, float('-inf')).softmax(-1)
b = scores.masked_fill(high == 1, float('-inf')).softmax(-1)
c = scores.masked_fill(~low.bool(), -1e9).softmax(-1)
d = scores.masked_fill(torch.tril(torch.ones(6, 6), diagonal=-1) == 1, float('-inf')).softmax(-1)
e = scores.masked_fill(torch.eye(6).bool(), float('-inf')).softmax(-1)
f = low.masked_fill(low == 0, float('-inf')).masked_fill(low == 1, 0.)
