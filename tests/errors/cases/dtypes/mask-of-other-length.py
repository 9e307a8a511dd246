# rule: dtypes.mask_shape
# source: constructed
# says: \(2,\)
# says: \(3, 4\)
# %% before
import torch
x = torch.rand(3, 4)
keep = torch.tensor([True, False])
# %% fails
x[keep]
# %% mended
x[:2][keep]
