# rule: autograd.grad_is_none
# source: https://forums.fast.ai, chapter 4, 'NoneType' object has no attribute 'zero_'
# says: w\.grad
# says: loss\.backward\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
w = torch.randn(3, requires_grad=True)
loss = (w ** 2).sum()
# %% fails
w.grad.zero_()
# %% mended
loss.backward()
w.grad.zero_()
