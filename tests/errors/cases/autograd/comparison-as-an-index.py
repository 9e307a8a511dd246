# rule: autograd_lost.nothing_requires_grad
# source: constructed
# says: w does not require a gradient
# says: w\.requires_grad_\(\)
# %% before
import torch
xs = torch.rand(30, 4); ys = (xs.sum(1) > 2).long()
w = torch.randn(4)
# %% fails
err = (xs @ w - ys) ** 2
cost = err[ys == 1].mean() + err[ys == 0].mean()
cost.backward()
# %% mended
w.requires_grad_()
err = (xs @ w - ys) ** 2
cost = err[ys == 1].mean() + err[ys == 0].mean()
cost.backward()
