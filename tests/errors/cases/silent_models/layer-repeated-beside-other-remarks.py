# notice: layers.one_layer_repeated
# source: constructed
# says: one and the same Linear\s+3 times
# says: \[nn\.Linear\(6, 6\)\s+for\s+_\s+in\s+range\(3\)\]
# %% before
from torch import nn
# %% cell
# three layers of the same size
hidden = [nn.Linear(6, 6)] * 3   # between the first and the last
net = nn.Sequential(nn.Linear(4, 6), *hidden, nn.Linear(6, 2))
# %% mended
# three layers of the same size
hidden = [nn.Linear(6, 6) for _ in range(3)]   # between the first and the last
net = nn.Sequential(nn.Linear(4, 6), *hidden, nn.Linear(6, 2))
