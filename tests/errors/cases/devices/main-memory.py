# rule: memory.no_main_memory
# source: constructed
# says: broadcasting
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.zeros(1).expand(3_000_000, 1); y = torch.zeros(1).expand(1, 3_000_000)
# %% fails
d = x - y
