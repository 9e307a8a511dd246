# rule: not attention_masks.mask_to_be_stretched
# source: constructed
# %% before
import torch
x, mask = torch.rand(2, 4), torch.zeros(3, dtype=torch.bool)
# %% fails
y = x.masked_fill(mask, 0.0)
