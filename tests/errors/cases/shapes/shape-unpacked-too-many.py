# rule: dimensions.shape_unpacked
# source: constructed
# says: 3 dimensions
# says: \*_, h, w
# %% before
import torch
img = torch.rand(3, 8, 9)
# %% fails
h, w = img.shape
# %% mended
*_, h, w = img.shape
