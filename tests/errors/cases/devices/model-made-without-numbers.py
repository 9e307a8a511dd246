# rule: devices.apart
# source: constructed
# says: no\s+numbers
# says: model = nn\.Linear\(4, 2\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
with torch.device('meta'):
    model = nn.Linear(4, 2)
xb = torch.randn(8, 4)
# %% fails
model(xb)
# %% mended
model = nn.Linear(4, 2)
model(xb)
