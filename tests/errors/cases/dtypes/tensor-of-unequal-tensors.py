# rule: conversions.of_a_list
# source: constructed
# says: different
# says: torch\.cat
# %% before
import torch
preds = [torch.rand(4, 2), torch.rand(3, 2)]
# %% fails
torch.tensor(preds)
# %% mended
torch.cat(list(preds))
