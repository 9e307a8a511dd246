# rule: autograd.whole_numbers_with_grad
# source: constructed
# says: x\.float\(\)\.requires_grad_\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.arange(5)
# %% fails
x.requires_grad_()
# %% mended
x = x.float().requires_grad_()
