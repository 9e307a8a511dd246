# rule: autograd_lost.nothing_requires_grad
# source: https://discuss.pytorch.org/t/why-does-the-weight-become-none-after-update/90203
# says: slope = slope - rate \* slope\.grad
# says: offset = offset - rate \* offset\.grad
# says: slope -= rate \* slope\.grad.*offset -= rate \* offset\.grad
# says: offset\.grad\.zero_\(\)
# %% before
import torch

hours = torch.arange(8.0)
marks = 2 * hours + 1
# %% fails
slope = torch.ones(1, requires_grad=True)
offset = torch.zeros(1, requires_grad=True)
rate = 0.01
for step in range(4):
    error = ((slope * hours + offset - marks) ** 2).mean()
    error.backward()
    with torch.no_grad():
        slope = slope - rate * slope.grad
        offset = offset - rate * offset.grad
# %% mended
slope = torch.ones(1, requires_grad=True)
offset = torch.zeros(1, requires_grad=True)
rate = 0.01
for step in range(4):
    error = ((slope * hours + offset - marks) ** 2).mean()
    error.backward()
    with torch.no_grad():
        slope -= rate * slope.grad
        offset -= rate * offset.grad
        slope.grad.zero_()
        offset.grad.zero_()
