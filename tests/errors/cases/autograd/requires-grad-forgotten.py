# rule: autograd_lost.nothing_requires_grad
# source: https://discuss.pytorch.org/t/element-0-of-tensors-does-not-require-grad-and-does-not-have-a-grad-fn/32908
# says: requires_grad
# says: a\.requires_grad_\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.ones(20, 2); x[:, 0].uniform_(-1., 1); y = x @ torch.tensor([3., 2.])
a = torch.tensor([-1., 1.])
def mse(y_hat, y): return ((y_hat - y) ** 2).mean()
# %% fails
y_hat = x @ a
loss = mse(y, y_hat)
loss.backward()
# %% mended
a.requires_grad_()
y_hat = x @ a
loss = mse(y, y_hat)
loss.backward()
