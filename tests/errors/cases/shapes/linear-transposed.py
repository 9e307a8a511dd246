# rule: layers.linear_size
# source: constructed
# says: other way round
# says: net\(xs\.T\)
# %% before
import torch
from torch import nn
xs = torch.rand(3, 100)
net = nn.Linear(3, 1)
# %% fails
net(xs)
# %% mended
net(xs.T)
