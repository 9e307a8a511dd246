# rule: layers.picture_too_small
# source: constructed
# says: 1, 1
# says: pool
# %% before
import torch
import torch.nn.functional as F
x = torch.rand(2, 8, 1, 1)
# %% fails
F.max_pool2d(x, 2)
# %% mended
x
