# rule: scalars.several_values
# source: constructed
# says: losses\.mean\(\)\.item\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
losses = torch.rand(16)
# %% fails
print(f'{losses.item():.3f}')
# %% mended
print(f'{losses.mean().item():.3f}')
