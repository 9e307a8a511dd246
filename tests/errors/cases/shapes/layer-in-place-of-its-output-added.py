# rule: modules_made.layer_made_not_called
# source: constructed
# says: nn\.ReLU\(\)\(out\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F

batch = torch.rand(2, 3, 12, 12)
# %% fails
conv = nn.Conv2d(3, 3, 3, padding=1)
out = conv(batch)
act = nn.ReLU(out)
both = act + batch
# %% mended
conv = nn.Conv2d(3, 3, 3, padding=1)
out = conv(batch)
act = nn.ReLU()(out)
both = act + batch
