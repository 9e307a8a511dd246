# rule: channels_shared.groups_do_not_divide
# source: constructed
# says: out_channels,\s+8
# says: groups=8
# %% before
from torch import nn
def depthwise(i, o):
    return nn.Conv2d(i, o, 3, padding=1, groups=i)
# %% fails
conv = depthwise(16, 8)
# %% mended
def depthwise(i, o):
    return nn.Conv2d(i, o, 3, padding=1, groups=8)
conv = depthwise(16, 8)
