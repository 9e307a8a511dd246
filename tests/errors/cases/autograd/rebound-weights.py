# rule: autograd.grad_is_none
# source: https://discuss.pytorch.org/t/grad-is-none-even-when-requires-grad-true/29826
# says: new tensor
# says: no_grad
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(20, 3); y = torch.randn(20); w = torch.randn(3, requires_grad=True)
# %% fails
for i in range(3):
    loss = ((x @ w - y) ** 2).mean()
    loss.backward()
    w = w - 0.1 * w.grad
# %% mended
for i in range(3):
    loss = ((x @ w - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
