# rule: not made_before.made_for_another_size
# source: constructed
# %% before
import torch
x = torch.rand(50, 3)
w = torch.rand(x.shape[1] + 1)
# %% fails
(x * w).sum(1)
