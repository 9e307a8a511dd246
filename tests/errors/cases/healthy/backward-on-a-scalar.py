# notice: none
# source: fastbook, chapter 4
# %% before
import torch
# %% cell
x = torch.tensor(3., requires_grad=True)
y = x**2
y.backward()
x.grad
