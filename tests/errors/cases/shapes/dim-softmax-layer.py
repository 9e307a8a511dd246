# rule: dimensions.dimension_out_of_range
# source: constructed
# says: nn\.Softmax
# says: unsqueeze\(0\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
row = torch.rand(4)
# %% fails
net(row)
# %% mended
net(row.unsqueeze(0))
