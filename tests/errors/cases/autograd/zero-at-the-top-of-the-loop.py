# rule: autograd.grad_is_none
# source: https://github.com/jcjohnson/pytorch-examples/issues/4
# says: theta\.grad is None
# says: first
# says: after the update|end of the loop
# says: if theta\.grad is not None
# %% before
import torch
inputs = torch.randn(20, 3); wanted = inputs.sum(1)
# %% fails
theta = torch.randn(3, requires_grad=True)
for step in range(3):
    theta.grad.zero_()
    err = ((inputs @ theta - wanted) ** 2).mean()
    err.backward()
    with torch.no_grad(): theta -= 0.1 * theta.grad
# %% mended
theta = torch.randn(3, requires_grad=True)
for step in range(3):
    if theta.grad is not None: theta.grad.zero_()
    err = ((inputs @ theta - wanted) ** 2).mean()
    err.backward()
    with torch.no_grad(): theta -= 0.1 * theta.grad
