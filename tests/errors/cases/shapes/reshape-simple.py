# rule: shapes.reshape_count
# source: constructed
# says: 12 values
# says: 12
# %% before
import torch
t = torch.arange(12)
# %% fails
t.view(5, 2)
# %% mended
t.view(6, 2)
