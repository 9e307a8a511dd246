# rule: made_before.made_for_another_size
# source: constructed
# says: preds.?\s+was\s+made
# says: preds = \(x \* w\)\.sum\(dim=1\)
# %% before
import torch
import torch.nn.functional as F
x, w = torch.rand(50, 3), torch.rand(3)
y = torch.rand(50)
preds = (x * w).sum(dim=1)
# %% before
x = x[:40]
y = y[:40]
# %% fails
loss = (preds - y).pow(2).mean()
# %% mended
preds = (x * w).sum(dim=1)
loss = (preds - y).pow(2).mean()
