# rule: tensor_members.no_such_member
# source: constructed
# says: x\.squeeze\(0\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(1, 3)
# %% fails
y = x.squeze(0)
# %% mended
y = x.squeeze(0)
