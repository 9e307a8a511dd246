# rule: tensor_members.no_such_member
# source: constructed
# says: losses = \[\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
losses = torch.zeros(0)
model = nn.Linear(2, 1)
# %% fails
for i in range(3):
    loss = model(torch.rand(4, 2)).mean()
    losses.append(loss.item())
# %% mended
losses = []
for i in range(3):
    loss = model(torch.rand(4, 2)).mean()
    losses.append(loss.item())
