# rule: indices.index_of_floats
# source: constructed
# says: picks\.long\(\)
# %% before
import torch
from torch import nn
net = nn.Linear(3, 2)
x, picks = torch.rand(5, 3), torch.tensor([0., 2.])
# %% fails
some = net(x)[picks]
# %% mended
some = net(x)[picks.long()]
