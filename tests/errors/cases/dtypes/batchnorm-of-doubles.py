# rule: dtypes.layer_dtype
# source: constructed
# says: float64
# says: float\(\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.BatchNorm1d(3), nn.Linear(3, 2))
x = torch.rand(4, 3).double()
# %% fails
net(x)
# %% mended
net(x.float())
