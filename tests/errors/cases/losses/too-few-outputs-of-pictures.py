# rule: losses.class_out_of_range
# source: constructed
# says: Class 6 needs at least 7 outputs
# %% before
import torch
import torch.nn.functional as F
out = torch.randn(2, 3, 4, 4, requires_grad=True)
masks = torch.full((2, 4, 4), 6)
# %% fails
F.cross_entropy(out, masks)
# %% mended
F.cross_entropy(torch.randn(2, 7, 4, 4), masks)
