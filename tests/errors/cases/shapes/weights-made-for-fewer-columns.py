# rule: made_before.made_for_another_size
# source: constructed
# says: w.?\s+was\s+made\s+in\s+cell
# says: n_in = xs\.shape\[1\]\s+w = torch\.randn\(n_in\)\s+out = \(xs \* w\)\.sum\(1\)
# %% before
import torch
xs = torch.rand(50, 3)
n_in = xs.shape[1]
w = torch.randn(n_in)
# %% before
xs = torch.cat([xs, torch.ones(50, 2)], dim=1)
# %% fails
out = (xs * w).sum(1)
# %% mended
n_in = xs.shape[1]
w = torch.randn(n_in)
out = (xs * w).sum(1)
