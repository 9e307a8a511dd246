# rule: dimensions.permute_count
# source: constructed
# says: keep the batch first
# %% before
import torch

photos = torch.rand(6, 3, 12, 12)
# %% fails
last = photos.permute(1, 2, 0)
# %% mended
last = photos.permute(0, 2, 3, 1)
