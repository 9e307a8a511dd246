# rule: kinds.pair_of_max
# source: constructed
# says: values
# says: indices
# says: argmax
# %% before
import torch
out = torch.rand(4, 3)
# %% fails
out.max(1).float()
# %% mended
out.max(1).values.float()
