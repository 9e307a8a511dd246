# rule: functional.functional_convolution
# source: https://github.com/fastai/fastbook chapter 13
# says: kernels
# says: edge_kernels\.unsqueeze\(1\)
# %% before
import torch
import torch.nn.functional as F
xb = torch.rand(8, 1, 28, 28)
edge_kernels = torch.rand(4, 3, 3)
# %% fails
F.conv2d(xb, edge_kernels)
# %% mended
F.conv2d(xb, edge_kernels.unsqueeze(1))
