# rule: none
# source: constructed
# %% before
import torch
x = torch.rand(3)
# %% fails
if x.ndim < 2: raise IndexError("Dimension out of range of my table")
