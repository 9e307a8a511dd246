# rule: not buffers_named.name_is_taken
# source: constructed
# %% before
import torch
from torch import nn
# %% fails
net = nn.Linear(2, 2)
net.register_buffer('weight', torch.ones(2, 2))
