# rule: modules_made.not_a_module
# source: constructed
# says: function
# says: nn\.ReLU\(\)
# %% before
from torch import nn
import torch.nn.functional as F
# %% fails
net = nn.Sequential(nn.Linear(2, 2), F.relu, nn.Linear(2, 2))
# %% mended
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2))
