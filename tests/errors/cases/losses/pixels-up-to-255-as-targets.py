# rule: losses_binary.out_of_range
# source: https://github.com/pytorch/pytorch/issues/36647
# says: x\s+/\s+255
# %% before
import torch
from torch import nn
x = torch.arange(0, 256).float().reshape(4, 64)
recon = torch.rand(4, 64)
loss_fn = nn.BCELoss()
# %% fails
loss = loss_fn(recon, x)
# %% mended
loss = loss_fn(recon, x / 255)
