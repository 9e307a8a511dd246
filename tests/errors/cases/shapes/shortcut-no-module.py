# rule: none
# source: constructed
# %% before
import torch
def twice(t): return torch.cat([t, t], dim=1)
x = torch.randn(2, 3, 5, 5)
# %% fails
x + twice(x)
