# notice: none
# source: constructed
# %% before
import torch
# %% cell
w = torch.randn(1, requires_grad=True); x = torch.linspace(0, 1, 20); y = 3*x
for i in range(10):
    loss = ((w*x - y)**2).mean(); loss.backward()
    with torch.no_grad(): w -= 0.5*w.grad; w.grad.zero_()
w
