# rule: modules_made.not_a_module
# source: constructed
# says: one by one
# says: net = nn\.Sequential\(nn\.Linear\(4, 3\), nn\.Tanh\(\)\)
# %% before
from torch import nn
# %% fails
net = nn.Sequential([nn.Linear(4, 3), nn.Tanh()])
# %% mended
net = nn.Sequential(nn.Linear(4, 3), nn.Tanh())
