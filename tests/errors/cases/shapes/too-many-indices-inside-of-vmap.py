# rule: dimensions.too_many_indices
# source: constructed
# says: only\s+1\s+dimension
# %% before
import torch
from torch.func import vmap
def second(row):
    return row[:, 1]
# %% fails
out = vmap(second)(torch.rand(4, 3))
