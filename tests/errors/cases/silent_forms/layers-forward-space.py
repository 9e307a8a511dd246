# notice: layers.made_in_forward
# source: constructed
# %% before
from torch import nn
import torch
n = 4
# %% cell
class N(nn.Module):
    def forward (self, x):
        return nn.Linear(3, 3)(x)
