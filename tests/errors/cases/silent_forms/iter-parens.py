# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')
# %% cell
pairs = zip(a, b)
for e in range(3):
    for(x, y)in pairs: pass
