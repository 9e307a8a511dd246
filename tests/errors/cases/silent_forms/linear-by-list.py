# notice: linear_in_a_row.no_activation_between
# source: constructed
# %% before
import torch
from torch import nn
x = torch.randn(4, 2)
# %% before
parts = [nn.Linear(2, 64), nn.Linear(64, 2)]
# %% cell
mlp = nn.Sequential(*parts)
