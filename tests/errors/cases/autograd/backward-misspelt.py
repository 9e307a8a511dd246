# rule: tensor_members.no_such_member
# source: constructed
# says: loss\.backward\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
loss = torch.randn(3, requires_grad=True).sum()
# %% fails
loss.backwards()
# %% mended
loss.backward()
