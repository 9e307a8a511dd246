# rule: modules_made.not_a_module
# source: constructed
# says: class
# says: nn\.ReLU\(\)
# %% before
from torch import nn
# %% fails
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU, nn.Linear(2, 2))
# %% mended
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2))
