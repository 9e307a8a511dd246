# notice: none
# source: fastbook, chapter 5
# %% before
import torch
from torch import nn
import torch.nn.functional as F
acts = torch.randn((6, 2))*2
targ = torch.tensor([0, 1, 0, 1, 1, 0])
# %% cell
loss_func = nn.CrossEntropyLoss()
loss_func(acts, targ)
F.cross_entropy(acts, targ)
nn.CrossEntropyLoss(reduction="none")(acts, targ)
F.nll_loss(F.log_softmax(acts, 1), targ)
