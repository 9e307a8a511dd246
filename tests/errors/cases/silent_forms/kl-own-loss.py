# notice: kl_divergences.of_probabilities
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(4, 3), torch.randn(4, 3)
class D(nn.Module):
    def __init__(self):
        super().__init__()
        self.crit = nn.KLDivLoss(reduction='batchmean')
    def forward(self, s, t):
        return self.crit(F.softmax(s, 1), F.softmax(t, 1))
# %% cell
d = D()
print(d(a, b))
# %% mended
class D(nn.Module):
    def __init__(self):
        super().__init__()
        self.crit = nn.KLDivLoss(reduction='batchmean')
    def forward(self, s, t):
        return self.crit(F.log_softmax(s, 1), F.softmax(t, 1))
d = D()
print(d(a, b))
