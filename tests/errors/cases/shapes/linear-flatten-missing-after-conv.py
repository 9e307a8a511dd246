# rule: layers.linear_size
# source: https://stackoverflow.com/questions/66337378
# says: Flatten
# says: 512
# says: nn\.Flatten\(\), nn\.Linear\(512, 2\)
# %% before
import torch
from torch import nn
xb = torch.rand(4, 3, 10, 10)
# %% fails
model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Linear(100, 2))
model(xb)
# %% mended
model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(512, 2))
model(xb)
