# rule: python_stars.two_stars_of_no_dict
# source: https://github.com/ohmeow/blurr/issues/17
# says: without\s+stars
# says: net\(x\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 2)
x = torch.rand(4, 3)
# %% fails
out = net(**x)
# %% mended
out = net(x)
