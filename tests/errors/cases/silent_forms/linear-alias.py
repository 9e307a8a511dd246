# notice: linear_in_a_row.no_activation_between
# source: constructed
# %% before
import torch
from torch import nn
from torch.nn import Linear as L
def build(a, b, c): return nn.Sequential(nn.Linear(a, b), nn.Linear(b, c))
# %% cell
mlp = nn.Sequential(L(2, 64), L(64, 2))
