# rule: dtypes.bool_arithmetic
# source: constructed
# says: bool
# %% before
import torch

seen, wanted = torch.ones(4), torch.zeros(4)
# %% fails
odd = seen ^ wanted
