# rule: dimensions.dimension_out_of_range
# source: constructed
# says: unsqueeze
# says: 3 dimensions
# %% before
import torch
x = torch.randn(3, 8, 8)
# %% fails
x.unsqueeze(5)
# %% mended
x.unsqueeze(0)
