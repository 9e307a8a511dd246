# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')
from fastai.vision.all import L
# %% cell
s = map(len, b)
x = L(s)
y = tuple(s)
