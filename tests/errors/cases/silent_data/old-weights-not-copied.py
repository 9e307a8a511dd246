# notice: copies.original_changed_too
# source: https://discuss.pytorch.org (copying a parameter)
# says: makes\s+no\s+copy
# says: before\s+=\s+w\.clone\(\)
# %% before
import torch
w = torch.rand(12); grad = torch.rand(12)
# %% cell
before = w
w -= 0.1 * grad
change = (w - before).abs().max()
# %% mended
before = w.clone()
w -= 0.1 * grad
change = (w - before).abs().max()
