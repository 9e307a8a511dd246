# rule: vmapped.asks_for_a_value
# source: constructed
# says: without\s+\.item\(\)
# %% before
import torch
from torch.func import vmap
# %% fails
out = vmap(lambda x: x * x.sum().item())(torch.rand(4, 3))
# %% mended
out = vmap(lambda x: x * x.sum())(torch.rand(4, 3))
