# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(8, 3), torch.randn(8, 3)
# %% cell
p = a.softmax(1); lp = p.log()
one = F.kl_div(a.log_softmax(1), b.softmax(1), reduction='batchmean')
two = F.kl_div(lp, b.softmax(1), reduction='batchmean')
three = F.kl_div(F.softmax(a, 1).log(), b.softmax(1), reduction='batchmean')
four = F.kl_div((p + 1e-8).log(), b.log_softmax(1), log_target=True, reduction='batchmean')
