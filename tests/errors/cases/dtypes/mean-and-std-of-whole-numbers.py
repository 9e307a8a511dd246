# rule: dtypes.needs_floats
# source: constructed
# says: x = x\.float\(\)
# says: before this line
# %% before
import torch
x = torch.arange(12).reshape(3, 4)
# %% fails
m, s = x.mean(), x.std()
# %% mended
x = x.float()
m, s = x.mean(), x.std()
