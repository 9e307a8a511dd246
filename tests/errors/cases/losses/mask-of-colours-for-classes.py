# rule: losses_of_masks.mask_in_colours
# source: constructed
# says: unique\(dim=0\)
# %% before
import torch
import torch.nn.functional as F
colours_of = torch.tensor([[0, 0, 0], [128, 0, 0], [0, 128, 0], [128, 128, 0]])
out = torch.randn(2, 4, 6, 6)
mask = colours_of[torch.randint(0, 4, (2, 6, 6))]
# %% fails
loss = F.cross_entropy(out, mask)
# %% mended
colours = mask.reshape(-1, 3).unique(dim=0)
mask = (mask.unsqueeze(-2) == colours).all(-1).int().argmax(-1)
loss = F.cross_entropy(out, mask)
