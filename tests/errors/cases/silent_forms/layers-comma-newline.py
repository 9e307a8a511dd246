# notice: layers.one_layer_repeated
# source: constructed
# %% before
from torch import nn
import torch
n = 4
# %% cell
blocks = (4
    * [nn.Linear(8, 8)])
net = nn.Sequential(*blocks)
# %% mended
blocks = [nn.Linear(8, 8) for _ in range(4)]
net = nn.Sequential(*blocks)
