# rule: module_members.member_misspelt
# source: constructed
# says: model\.eval\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 2))
# %% fails
model.evel()
# %% mended
model.eval()
