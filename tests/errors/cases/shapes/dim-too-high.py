# rule: dimensions.dimension_out_of_range
# source: constructed
# says: counted from 0
# says: dim=1
# %% before
import torch
x = torch.randn(6, 4)
# %% fails
x.sum(2)
# %% mended
x.sum(1)
