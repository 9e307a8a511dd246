# rule: functional.interpolate_rank
# source: constructed
# says: heat\[None, None\], size=\(40, 60\)\)\[0, 0\]
# %% before
import torch
import torch.nn.functional as F
heat = torch.rand(20, 30)
# %% fails
big = F.interpolate(heat, size=(40, 60))
# %% mended
big = F.interpolate(heat[None, None], size=(40, 60))[0, 0]
assert big.shape == (40, 60)
