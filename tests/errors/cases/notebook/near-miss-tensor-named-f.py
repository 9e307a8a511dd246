# rule: not covered_libraries.used_as_a_function
# source: constructed
# %% before
import torch
import torch.nn.functional as F
F = torch.rand(3, 3)
# %% fails
F.sum("rows")
