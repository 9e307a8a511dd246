# rule: modules_made.size_is_float
# source: constructed
# says: float
# says: int\(half\)
# %% before
import torch
half = 10 / 2
# %% fails
torch.zeros(3, half)
# %% mended
torch.zeros(3, int(half))
