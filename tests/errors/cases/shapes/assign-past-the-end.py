# rule: dimensions.index_out_of_bounds
# source: constructed
# says: size 3
# says: 2
# %% before
import torch
a = torch.zeros(3, 4)
# %% fails
a[3, 0] = 1
# %% mended
a[2, 0] = 1
