# notice: kl_divergences.of_probabilities
# source: constructed
# says: kl\(p\.log\(\), q\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(8, 3), torch.randn(8, 3)
# %% cell
kl = nn.KLDivLoss(reduction='batchmean')
p = a.softmax(dim=1)
q = b.softmax(dim=1)
loss = kl(p, q)
# %% mended
kl = nn.KLDivLoss(reduction='batchmean')
p = a.softmax(dim=1)
q = b.softmax(dim=1)
loss = kl(p.log(), q)
