# rule: kinds.layer_given_no_tensor
# source: constructed
# says: torch\.stack\(points\)
# %% before
import torch
from torch import nn
ruler = nn.Linear(2, 1)
points = [torch.rand(2), torch.rand(2), torch.rand(2)]
# %% fails
ruler(points)
# %% mended
ruler(torch.stack(points))
