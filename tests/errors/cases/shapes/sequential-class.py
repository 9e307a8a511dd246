# rule: modules_made.not_a_module
# source: https://discuss.pytorch.org/t/typeerror-is-not-a-module-subclass/
# says: class
# says: nn\.ReLU\(\)
# %% before
from torch import nn
# %% fails
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU, nn.Linear(2, 2))
# %% mended
net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 2))
