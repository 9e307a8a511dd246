# rule: channels_shared.reflection_too_wide
# source: constructed
# says: nn\.ReplicationPad1d\(5\)
# %% before
import torch
from torch import nn
# %% fails
pad = nn.ReflectionPad1d(5)
y = pad(torch.rand(1, 2, 4))
# %% mended
pad = nn.ReplicationPad1d(5)
y = pad(torch.rand(1, 2, 4))
