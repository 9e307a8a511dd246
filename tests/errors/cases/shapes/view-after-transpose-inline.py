# rule: shapes.view_not_contiguous
# source: constructed
# says: x\.t\(\)\.reshape\(-1\)
# %% before
import torch
x = torch.rand(4, 3)
# %% fails
x.t().view(-1)
# %% mended
x.t().reshape(-1)
