# notice: loops.zero_grad_forgotten
# source: constructed
# says: params\.grad\.zero_\(\)|w\.grad\.zero_\(\)
# %% before
import torch
w = torch.randn(1, requires_grad=True); x = torch.linspace(0, 1, 20); y = 3 * x
# %% cell
for i in range(10):
    loss = ((w*x - y)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
# %% mended
for i in range(10):
    loss = ((w*x - y)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad.zero_()
