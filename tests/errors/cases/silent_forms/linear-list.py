# notice: linear_in_a_row.no_activation_between
# source: constructed
# %% before
import torch
from torch import nn
from torch.nn import Linear as L
def build(a, b, c): return nn.Sequential(nn.Linear(a, b), nn.Linear(b, c))
sizes = [2, 64, 2]
# %% cell
mlp = nn.Sequential(*[nn.Linear(i, o) for i, o in zip(sizes, sizes[1:])])
