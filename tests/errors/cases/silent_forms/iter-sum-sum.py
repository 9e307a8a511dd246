# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')
# %% cell
sizes = map(len, b)
total = sum(sizes)
items = list(sizes)
# %% mended
sizes = list(map(len, b))
total = sum(sizes)
items = list(sizes)
