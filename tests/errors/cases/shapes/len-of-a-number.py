# rule: dimensions.no_dimension_to_walk
# source: constructed
# says: single number
# %% before
import torch
losses = torch.rand(4)
# %% fails
len(losses.mean())
# %% mended
losses.mean().item()
