# rule: vmapped.asks_for_a_value
# source: constructed
# says: torch\.where\(row\.sum\(\)\s+>\s+1,\s+row\s+/\s+row\.sum\(\),\s+row\)
# %% before
import torch
from torch.func import vmap
# %% fails
def clip(row):
    if row.sum() > 1:
        return row / row.sum()
    return row
out = vmap(clip)(torch.rand(4, 3))
# %% mended
def clip(row):
    return torch.where(row.sum() > 1, row / row.sum(), row)
out = vmap(clip)(torch.rand(4, 3))
