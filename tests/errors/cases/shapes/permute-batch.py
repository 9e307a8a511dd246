# rule: dimensions.permute_count
# source: constructed
# says: batch
# says: xb\.permute\(0, 2, 3, 1\)
# %% before
import torch
xb = torch.rand(4, 3, 8, 8)
# %% fails
xb.permute(1, 2, 0)
# %% mended
xb.permute(0, 2, 3, 1)
