# rule: module_members.member_misspelt
# source: constructed
# says: model\.parameters\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
model = nn.Linear(4, 2)
# %% fails
opt = torch.optim.SGD(model.parametres(), lr=0.1)
# %% mended
opt = torch.optim.SGD(model.parameters(), lr=0.1)
