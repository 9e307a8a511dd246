# rule: autograd_lost.nothing_requires_grad
# source: constructed
# says: requires_grad_\(\)
# %% before
import torch
x = torch.randn(20); y = 3 * x
# %% fails
w = torch.randn(1)
preds = w * x
preds = 2.0 * preds - 1.0
loss = ((preds - y) ** 2).mean()
loss.backward()
# %% mended
w = torch.randn(1)
w.requires_grad_()
preds = w * x
preds = 2.0 * preds - 1.0
loss = ((preds - y) ** 2).mean()
loss.backward()
