# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')
# %% cell
pairs = zip(a, b)
print(len(list(pairs)))
d = dict(pairs)
# %% mended
pairs = list(zip(a, b))
print(len(list(pairs)))
d = dict(pairs)
