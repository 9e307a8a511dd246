# rule: autograd.grad_is_none
# source: https://discuss.pytorch.org/t/nonetype-object-has-no-attribute-zero/61013
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
