# rule: shapes.broadcast
# source: constructed
# says: x\.mean\(1\)\[:, None\]
# %% before
import torch
x = torch.rand(64, 10)
# %% fails
centred = x - x.mean(1)
# %% mended
centred = x - x.mean(1)[:, None]
