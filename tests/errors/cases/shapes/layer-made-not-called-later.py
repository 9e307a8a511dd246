# rule: modules_made.layer_made_not_called
# source: constructed
# says: layer
# says: nn\.ReLU\(\)\(x\)
# %% before
import torch
from torch import nn
x = torch.rand(3, 4)
# %% fails
out = nn.ReLU(x)
out.sum()
# %% mended
out = nn.ReLU()(x)
out.sum()
