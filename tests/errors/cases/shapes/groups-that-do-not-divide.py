# rule: channels_shared.groups_do_not_divide
# source: constructed
# says: nn\.Conv2d\(32,\s+64,\s+3,\s+groups=16\)
# %% before
from torch import nn
# %% fails
conv = nn.Conv2d(32, 64, 3, groups=24)
# %% mended
conv = nn.Conv2d(32, 64, 3, groups=16)
