# rule: autograd.leaf_in_place
# source: constructed
# says: no_grad
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(20, 3); y = torch.randn(20)
params = torch.randn(3).requires_grad_()
# %% fails
def step(params, lr=1e-2):
    loss = ((x @ params - y) ** 2).mean()
    loss.backward()
    params.sub_(lr * params.grad)
for i in range(3): step(params)
# %% mended
def step(params, lr=1e-2):
    loss = ((x @ params - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        params.sub_(lr * params.grad)
        params.grad.zero_()
for i in range(3): step(params)
