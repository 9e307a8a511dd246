# notice: none
# source: constructed
# %% before
import torch
from torch import nn
# %% cell
drop = nn.Dropout(0.5)
x = torch.ones(10)
drop(x), drop(x)
