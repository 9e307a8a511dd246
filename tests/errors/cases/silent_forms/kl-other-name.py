# notice: kl_divergences.of_probabilities
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(4, 3), torch.randn(4, 3)
divergence = nn.KLDivLoss(reduction='batchmean')
# %% cell
v = divergence(F.softmax(a, 1), F.softmax(b, 1))
# %% mended
v = divergence(F.log_softmax(a, 1), F.softmax(b, 1))
