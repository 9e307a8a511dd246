# rule: loaders_used_up.no_batch_left
# source: constructed
# says: all\s+of\s+its\s+2\s+batches
# says: except\s+StopIteration
# %% before
import torch
from torch.utils.data import DataLoader
source, target = DataLoader(torch.rand(12, 2), batch_size=3), DataLoader(torch.rand(6, 2), batch_size=3)
# %% fails
it = iter(target)
for xs in source:
    xt = next(it)
# %% mended
it = iter(target)
for xs in source:
    try:
        xt = next(it)
    except StopIteration:
        it = iter(target)
        xt = next(it)
