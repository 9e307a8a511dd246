# rule: functional.functional_convolution
# source: https://github.com/fastai/fastbook chapter 13
# says: im3_t\[None, None\]
# %% before
import torch
import torch.nn.functional as F
im3_t = torch.rand(28, 28)
k = torch.rand(1, 1, 3, 3)
# %% fails
F.conv2d(im3_t, k)
# %% mended
F.conv2d(im3_t[None, None], k)
