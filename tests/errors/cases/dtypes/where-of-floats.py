# rule: dtypes.mask_not_bool
# source: constructed
# says: bool
# %% before
import torch
x = torch.tensor([1., 0., 2.])
# %% fails
torch.where(x, 1, 0)
# %% mended
torch.where(x.bool(), 1, 0)
