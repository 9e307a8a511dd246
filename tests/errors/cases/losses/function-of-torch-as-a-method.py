# rule: tensor_members.no_such_member
# source: constructed
# says: F\.cross_entropy\(preds, yb\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
preds, yb = torch.rand(4, 2), torch.tensor([0, 1, 0, 1])
# %% fails
loss = preds.cross_entropy(yb)
# %% mended
loss = F.cross_entropy(preds, yb)
