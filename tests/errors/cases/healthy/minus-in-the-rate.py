# notice: none
# source: constructed
# %% before
import torch
x = torch.linspace(0, 1, 20); y = 3*x
a = torch.tensor(0., requires_grad=True); b = torch.tensor(0., requires_grad=True)
v = torch.tensor(0.); lr = -0.1
# %% cell
for i in range(5):
    loss = ((a*x + b - y)**2).mean()
    loss.backward()
    with torch.no_grad():
        a += lr * a.grad
        b.add_(b.grad, alpha=-0.1)
        v += a.grad
        a.grad.zero_(); b.grad.zero_()
