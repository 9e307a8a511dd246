# notice: kl_divergences.of_probabilities
# source: constructed
# says: wrong order
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(8, 3), torch.randn(8, 3)
# %% cell
loss = F.kl_div(F.softmax(b, dim=1), F.log_softmax(a, dim=1), reduction='sum')
# %% mended
loss = F.kl_div(F.log_softmax(a, dim=1), F.softmax(b, dim=1), reduction='sum')
