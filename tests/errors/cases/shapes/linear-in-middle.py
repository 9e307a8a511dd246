# rule: layers.linear_size
# source: constructed
# says: model\[2\] = nn\.Linear\(50, 2\)
# says: last size
# %% before
import torch
from torch import nn
xb = torch.rand(8, 4)
model = nn.Sequential(nn.Linear(4, 50), nn.ReLU(), nn.Linear(30, 2))
# %% fails
model(xb)
# %% mended
model[2] = nn.Linear(50, 2)
model(xb)
