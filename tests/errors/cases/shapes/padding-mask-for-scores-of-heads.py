# rule: attention_masks.mask_to_be_stretched
# source: constructed
# says: scores\.masked_fill\(mask\[:,\s+None,\s+None,\s+:\],\s+-1e9\)
# %% before
import torch
scores, mask = torch.rand(2, 8, 4, 4), torch.zeros(2, 4, dtype=torch.bool)
# %% fails
scores = scores.masked_fill(mask, -1e9)
# %% mended
scores = scores.masked_fill(mask[:, None, None, :], -1000000000.0)
