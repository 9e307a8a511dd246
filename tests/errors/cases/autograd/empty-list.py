# rule: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
# %% fails
opt = optim.SGD([], lr=0.1)
