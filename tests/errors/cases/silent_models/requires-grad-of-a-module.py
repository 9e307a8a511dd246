# notice: attributes.flag_of_a_module
# source: constructed
# says: requires_grad_\(False\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
body = model[0]
body.requires_grad = False
# %% mended
body = model[0]
body.requires_grad_(False)
