# rule: shapes.broadcast
# source: constructed
# says: limits\[:, None\]
# %% before
import torch
grades = torch.rand(16, 2) * 10
limits = torch.randint(3, 8, (16,))
# %% fails
is_equal = grades == limits
# %% mended
is_equal = grades == limits[:, None]
