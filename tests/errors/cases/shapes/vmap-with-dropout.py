# rule: vmapped.random_numbers
# source: constructed
# says: randomness='different'
# %% before
import torch
from torch import nn
from torch.func import vmap
drop = nn.Dropout(0.5)
# %% fails
noisy = vmap(lambda row: drop(row) * 2)
out = noisy(torch.rand(4, 3))
# %% mended
noisy = vmap(lambda row: drop(row) * 2, randomness='different')
out = noisy(torch.rand(4, 3))
