# notice: rebound.parameter_named_anew
# source: constructed
# %% before
import torch
from torch import nn
norm = nn.BatchNorm1d(3)
# %% cell
for b in norm.buffers(recurse=False):
    b = b * 0
