# notice: kl_divergences.of_probabilities
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
a, b = torch.randn(4, 3), torch.randn(4, 3)
def distil(s, t): return F.kl_div(F.softmax(s, 1), F.softmax(t, 1))
# %% cell
v = distil(a, b)
