# notice: none
# source: constructed
# %% before
import torch
# %% cell
w = torch.tensor(1., requires_grad=True)
for i in range(5):
    loss = (w - 3)**2
    loss.backward()
    w = (w - 0.1*w.grad).detach().requires_grad_()
