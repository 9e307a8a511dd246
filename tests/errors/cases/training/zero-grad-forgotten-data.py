# notice: loops.zero_grad_forgotten
# source: constructed
# says: zero_
# %% before
import torch
params = torch.randn(3).requires_grad_(); t = torch.arange(0, 20).float(); speed = t**2
def f(t, p): return p[0]*t**2 + p[1]*t + p[2]
lr = 1e-7
# %% cell
for i in range(5):
    loss = ((f(t, params) - speed)**2).mean().sqrt()
    loss.backward()
    params.data -= lr * params.grad.data
# %% mended
for i in range(5):
    loss = ((f(t, params) - speed)**2).mean().sqrt()
    loss.backward()
    params.data -= lr * params.grad.data
    params.grad = None
