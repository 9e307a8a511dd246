# rule: modules_made.not_a_module
# source: constructed
# says: star
# says: nn\.Sequential\(\*layers\)
# %% before
from torch import nn
layers = [nn.Linear(2, 2), nn.ReLU()]
# %% fails
net = nn.Sequential(layers)
# %% mended
net = nn.Sequential(*layers)
