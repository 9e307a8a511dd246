# rule: none
# source: constructed: losses have their own rules
# %% before
import torch
from torch import nn
crit = nn.Linear(2, 2)
# %% fails
crit.in_featurs
