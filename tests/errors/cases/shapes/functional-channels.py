# rule: functional.functional_convolution
# source: constructed
# says: 3 channels
# says: take 1
# %% before
import torch
import torch.nn.functional as F
xb, k = torch.rand(2, 3, 8, 8), torch.rand(4, 1, 3, 3)
# %% fails
F.conv2d(xb, k)
# %% mended
F.conv2d(xb, torch.rand(4, 3, 3, 3))
