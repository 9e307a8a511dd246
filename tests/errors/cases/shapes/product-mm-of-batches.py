# rule: shapes.product
# source: constructed
# says: 2 dimensions each
# says: q @ k
# %% before
import torch
q = torch.rand(2, 5, 8)
k = torch.rand(2, 8, 5)
# %% fails
torch.mm(q, k)
# %% mended
q @ k
