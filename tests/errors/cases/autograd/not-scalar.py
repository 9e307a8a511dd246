# rule: autograd.not_scalar
# source: https://discuss.pytorch.org/t/loss-backward-raises-error-grad-can-be-implicitly-created-only-for-scalar-outputs/12152
# says: scalar
# says: loss\.mean\(\)\.backward\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(20, 3); y = torch.randn(20); w = torch.randn(3, requires_grad=True)
# %% fails
loss = (x @ w - y) ** 2
loss.backward()
# %% mended
loss = (x @ w - y) ** 2
loss.mean().backward()
