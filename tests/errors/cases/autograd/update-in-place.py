# rule: autograd.leaf_in_place
# source: https://discuss.pytorch.org/t/leaf-variable-was-used-in-an-inplace-operation/308
# says: w requires a gradient
# says: with torch\.no_grad\(\):\s+w -= 0\.1 \* w\.grad
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(20, 3); y = torch.randn(20)
w = torch.randn(3, requires_grad=True)
# %% fails
loss = ((x @ w - y) ** 2).mean()
loss.backward()
w -= 0.1 * w.grad
# %% mended
loss = ((x @ w - y) ** 2).mean()
loss.backward()
with torch.no_grad():
    w -= 0.1 * w.grad
