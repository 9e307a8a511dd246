# rule: tensor_members.no_such_member
# source: constructed
# says: belongs\s+to\s+an\s+optimizer
# says: opt\.step\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
model = nn.Linear(2, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
loss = model(torch.rand(4, 2)).mean()
loss.backward()
# %% fails
loss.step()
# %% mended
opt.step()
