# rule: shapes.product
# source: constructed
# says: k\.transpose\(-2, -1\)
# %% before
import torch
q = torch.rand(2, 5, 8)
k = torch.rand(2, 5, 8)
# %% fails
att = torch.bmm(q, k)
# %% mended
att = q @ k.transpose(-2, -1)
