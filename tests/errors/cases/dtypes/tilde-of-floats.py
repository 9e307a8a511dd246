# rule: dtypes.bool_arithmetic
# source: constructed
# says: float32
# says: mask\.bool\(\)
# %% before
import torch
mask = torch.tensor([1., 0.])
# %% fails
~mask
# %% mended
~mask.bool()
