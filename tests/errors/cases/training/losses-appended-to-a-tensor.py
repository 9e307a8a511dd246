# rule: tensor_members.no_such_member
# source: constructed
# says: belongs\s+to\s+lists
# says: losses = \[\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
losses = torch.tensor([])
# %% fails
losses.append(0.5)
# %% mended
losses = []  # in place of the tensor, before a loop
losses.append(0.5)
