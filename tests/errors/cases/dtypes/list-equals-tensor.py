# rule: kinds.comparison_gave_one_bool
# source: constructed
# says: list
# says: torch\.tensor\(targs\)
# %% before
import torch
preds, targs = torch.tensor([1, 0]), [1, 0]
# %% fails
(preds == targs).float().mean()
# %% mended
(preds == torch.tensor(targs)).float().mean()
