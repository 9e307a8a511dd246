# rule: layers.picture_too_small
# source: https://discuss.pytorch.org/t/runtimeerror-calculated-padded-input-size-per-channel-2-x-18-kernel-size-3-x-3-kernel-size-cant-be-greater-than-actual-input-size/55978
# says: 5 × 5
# says: 4 × 4
# says: padding
# says: nn\.Conv2d\(3, 8, 5, padding=2\)
# %% before
import torch
from torch import nn
conv = nn.Conv2d(3, 8, 5)
xb = torch.rand(2, 3, 4, 4)
# %% fails
conv(xb)
# %% mended
conv = nn.Conv2d(3, 8, 5, padding=2)
conv(xb)
