# rule: functional.expanded
# source: constructed
# says: 2 dimensions|has 2
# %% before
import torch
m = torch.rand(2, 3)
# %% fails
m.repeat(2)
# %% mended
m.repeat(2, 1)
