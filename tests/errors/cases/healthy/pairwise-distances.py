# notice: none
# source: constructed
# %% before
import torch
a = torch.randn(6, 1); b = torch.randn(6)
# %% cell
d = (a - b)**2
d.shape, d.argmin(1)
