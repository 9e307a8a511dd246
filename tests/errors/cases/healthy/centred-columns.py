# notice: none
# source: constructed
# %% before
import torch
x = torch.randn(10, 3)
# %% cell
xc = x - x.mean(0)
xn = xc / x.std(0, keepdim=True)
rows = x - x.mean(1, keepdim=True)
(xc**2).mean(0)
