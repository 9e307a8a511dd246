# rule: scalars.truth_of_several
# source: constructed
# says: t\.max\(\)
# %% before
import torch
t = torch.rand(2, 3)
# %% fails
max(t)
# %% mended
t.max()
