# rule: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(3); w = torch.randn(3)
# %% fails
def check(a, b): raise RuntimeError('Expected all tensors to be on the same device')
check(x, w)
