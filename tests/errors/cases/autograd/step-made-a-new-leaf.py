# rule: autograd.grad_is_none
# source: https://discuss.pytorch.org/t/nonetype-object-has-no-attribute-zero/61013
# says: slope -= rate \* slope\.grad
# says: new tensor
# %% before
import torch

xs = torch.linspace(-1, 1, 12)
ys = 2 * xs
# %% fails
slope, rate = torch.zeros(1), 0.05
slope.requires_grad_()
for _ in range(3):
    err = (slope * xs - ys).pow(2).mean()
    err.backward()
    with torch.no_grad():
        slope = slope - rate * slope.grad
    slope.requires_grad = True
    slope.grad.zero_()
# %% mended
slope, rate = torch.zeros(1), 0.05
slope.requires_grad_()
for _ in range(3):
    err = (slope * xs - ys).pow(2).mean()
    err.backward()
    with torch.no_grad():
        slope -= rate * slope.grad
        slope.grad.zero_()
