# rule: dtypes.mask_not_bool
# source: constructed
# says: int64
# says: mask\.bool\(\)
# %% before
import torch
scores, mask = torch.rand(3), torch.tensor([1, 0, 1])
# %% fails
scores.masked_fill(mask, 0.)
# %% mended
scores.masked_fill(mask.bool(), 0.)
