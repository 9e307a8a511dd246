# rule: functional.interpolate_rank
# source: constructed
# says: img\[None\]
# says: batch
# %% before
import torch
import torch.nn.functional as F
img = torch.rand(3, 8, 8)
# %% fails
F.interpolate(img, size=(4, 4))
# %% mended
F.interpolate(img[None], size=(4, 4))[0]
