# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
inputs = torch.randn(9, 4)
slots = nn.Linear(4, 3)
# %% cell
affinity = slots(inputs)
attention = F.softmax(affinity, dim=0)
attention.sum(0)
