# rule: tensor_members.no_such_member
# source: constructed
# says: torch\.cat\(\[x, y\]\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x, y = torch.rand(3), torch.rand(3)
# %% fails
z = x.cat(y)
# %% mended
z = torch.cat([x, y])
