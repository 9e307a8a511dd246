# rule: shapes.product
# source: constructed: several statements on one line
# says: x @ w\.T
# %% before
import torch
x = torch.rand(5, 4)
# %% fails
w = x; y = x @ w
# %% mended
w = x; y = x @ w.T
