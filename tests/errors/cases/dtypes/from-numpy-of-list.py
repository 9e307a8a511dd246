# rule: conversions.from_numpy
# source: constructed
# says: list
# says: torch\.tensor\(xs\)
# %% before
import torch
xs = [1, 2, 3]
# %% fails
torch.from_numpy(xs)
# %% mended
torch.tensor(xs)
