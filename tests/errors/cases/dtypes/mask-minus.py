# rule: dtypes.bool_arithmetic
# source: https://stackoverflow.com/questions/65637222
# says: bool
# says: ~mask
# %% before
import torch
mask = torch.tensor([True, False])
# %% fails
1 - mask
# %% mended
~mask
