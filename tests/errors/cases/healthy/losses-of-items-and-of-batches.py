# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
out, y = torch.randn(8, 3), torch.randint(0, 3, (8,)); weights = torch.rand(8); mask = torch.ones(8)
# %% cell
ce = F.cross_entropy(out, y, reduction='none')
focal = ((1 - torch.exp(-ce)) ** 2 * ce).mean()
masked = (ce * mask).sum() / mask.sum()
mean = F.cross_entropy(out, y)
perplexity = torch.exp(mean)
likely = torch.exp(-mean)
weight = 0.5
total = mean * weight + (mean * 2)
