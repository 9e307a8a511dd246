# rule: dtypes.needs_floats
# source: https://github.com/fastai/fastbook chapter 4, accuracy by hand
# says: bool
# says: \(preds == y\)\.float\(\)\.mean\(\)
# %% before
import torch
preds, y = torch.tensor([1, 0, 1]), torch.tensor([1, 1, 1])
# %% fails
(preds == y).mean()
# %% mended
(preds == y).float().mean()
