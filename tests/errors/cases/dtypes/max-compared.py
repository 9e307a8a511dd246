# rule: kinds.comparison_gave_one_bool
# source: constructed
# says: pair
# says: indices
# %% before
import torch
out, y = torch.rand(4, 3), torch.tensor([0, 1, 2, 0])
pred = out.max(1)
# %% fails
(pred == y).sum()
# %% mended
(pred.indices == y).sum()
