# notice: loop_results.loss_is_nan
# source: constructed
# says: train\s+with\s+lr=2e-06\s+or\s+less
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
torch.manual_seed(0)
size = torch.rand(50) * 900; price = size * 2
def step(p, lr=0.01):
    loss = ((size * p - price)**2).mean()
    loss.backward()
    p.data -= lr * p.grad
    p.grad.zero_()
    return loss.item()
# %% cell
p = torch.zeros(1, requires_grad=True)
losses = [step(p) for _ in range(40)]
# %% mended
p = torch.zeros(1, requires_grad=True)
losses = [step(p, lr=2e-6) for _ in range(40)]
