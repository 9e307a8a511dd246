# notice: layers.one_layer_repeated
# source: https://discuss.pytorch.org/t/are-there-any-recommended-methods-to-clone-a-model/483
# says: share their\s+weights
# says: \[nn\.Linear\(16, 16\)\s+for\s+_\s+in\s+range\(3\)\]
# %% before
from torch import nn
# %% cell
middle = [nn.Linear(16, 16)] * 3
net = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), middle[0], nn.ReLU(), middle[1], nn.ReLU(), nn.Linear(16, 2))
# %% mended
middle = [nn.Linear(16, 16) for _ in range(3)]
net = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), middle[0], nn.ReLU(), middle[1], nn.ReLU(), nn.Linear(16, 2))
