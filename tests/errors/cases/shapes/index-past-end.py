# rule: dimensions.index_out_of_bounds
# source: constructed
# says: size 3
# says: counted from 0
# says: x\[:, 5\]
# %% before
import torch
x = torch.rand(3, 8)
# %% fails
x[5]
# %% mended
x[:, 5]
