# rule: tensor_members.no_such_member
# source: constructed
# says: x\.mean\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
x = torch.rand(3)
# %% fails
print(x.average())
# %% mended
print(x.mean())
