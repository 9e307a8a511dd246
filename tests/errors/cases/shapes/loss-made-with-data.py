# rule: module_members.member_misspelt
# source: constructed
# says: crit\.in_features
# %% before
import torch
from torch import nn
crit = nn.Linear(2, 2)
# %% fails
crit.in_featurs
# %% mended
crit.in_features
