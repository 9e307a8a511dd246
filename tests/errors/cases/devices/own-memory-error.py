# rule: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
# %% fails
raise RuntimeError('my cache is out of memory')
