# rule: indices.index_of_floats
# source: constructed
# says: torch\.zeros\(3\)\s+makes\s+floats
# says: table\[rows\.long\(\)\]
# %% before
import torch
table = torch.randn(5, 2)
rows = torch.zeros(3)
rows[1] = 4
# %% fails
table[rows]
# %% mended
table[rows.long()]
