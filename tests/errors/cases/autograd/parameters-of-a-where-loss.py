# rule: autograd_lost.nothing_requires_grad
# source: fastbook, chapter 4: init_params without requires_grad_
# says: b1 and w1 do not require a gradient
# says: b1\.requires_grad_\(\)
# says: w1\.requires_grad_\(\)
# %% before
import torch
xs = torch.rand(30, 12); ys = (xs.sum(1) > 6).long()[:, None]
# %% fails
def two_sided_loss(probs, labels):
    return torch.where(labels == 1, 1 - probs, probs).mean()
w1 = torch.randn(12, 1); b1 = torch.zeros(1)
probs = (xs @ w1 + b1).sigmoid()
cost = two_sided_loss(probs, ys)
cost.backward()
# %% mended
def two_sided_loss(probs, labels):
    return torch.where(labels == 1, 1 - probs, probs).mean()
w1 = torch.randn(12, 1); b1 = torch.zeros(1)
w1.requires_grad_()
b1.requires_grad_()
probs = (xs @ w1 + b1).sigmoid()
cost = two_sided_loss(probs, ys)
cost.backward()
