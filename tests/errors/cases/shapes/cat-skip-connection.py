# rule: joining.join_unequal
# source: https://github.com/meetps/pytorch-semseg/issues/191
# says: height and width
# says: F\.interpolate
# %% before
import torch
import torch.nn.functional as F
up, skip = torch.rand(1, 8, 12, 12), torch.rand(1, 4, 13, 13)
# %% fails
torch.cat([skip, up], dim=1)
# %% mended
torch.cat([skip, F.interpolate(up, size=skip.shape[2:])], dim=1)
