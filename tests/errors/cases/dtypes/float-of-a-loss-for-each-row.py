# rule: scalars.several_values
# source: constructed
# says: reduction='none'
# says: total \+= float\(F\.mse_loss\(net\(x\), y, reduction='none'\)\.mean\(\)\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x, y, net, total = torch.rand(6, 3), torch.rand(6, 1), nn.Linear(3, 1), 0
# %% fails
total += float(F.mse_loss(net(x), y, reduction='none'))
# %% mended
total += float(F.mse_loss(net(x), y, reduction='none').mean())
