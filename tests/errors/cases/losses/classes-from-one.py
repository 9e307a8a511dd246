# rule: losses.class_out_of_range
# source: https://discuss.pytorch.org/t/indexerror-target-2-is-out-of-bounds/69614
# says: begin at 1|from 1
# says: labels - 1
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(9, 4); labels = torch.arange(9) % 3 + 1
net = nn.Linear(4, 3)
# %% fails
loss = F.cross_entropy(net(x), labels)
# %% mended
loss = F.cross_entropy(net(x), labels - 1)
