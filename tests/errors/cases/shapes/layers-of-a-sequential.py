# rule: module_members.member_misspelt
# source: constructed
# says: model\[0\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 2))
# %% fails
print(model.layers[0])
# %% mended
print(model[0])
