# rule: autograd.grad_is_none
# source: constructed
# says: does not require a gradient
# says: b\.requires_grad_\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(20, 3); y = torch.randn(20)
w = torch.randn(3, requires_grad=True); b = torch.zeros(1)
# %% fails
loss = ((x @ w + b - y) ** 2).mean()
loss.backward()
b.data -= 0.1 * b.grad
# %% mended
b.requires_grad_()
loss = ((x @ w + b - y) ** 2).mean()
loss.backward()
b.data -= 0.1 * b.grad
