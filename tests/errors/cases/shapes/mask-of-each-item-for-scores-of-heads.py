# rule: attention_masks.mask_to_be_stretched
# source: constructed
# says: \(mask\s+==\s+0\)\[:,\s+None\]
# %% before
import torch
att, mask = torch.rand(3, 2, 5, 5), torch.ones(3, 5, 5)
# %% fails
att = att.masked_fill(mask == 0, float('-inf'))
# %% mended
att = att.masked_fill((mask == 0)[:, None], float('-inf'))
