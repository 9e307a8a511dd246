# notice: steps.gradient_added
# source: https://forums.fast.ai/t/lesson-3-official-topic/96254
# says: w \+=
# says: rises|uphill
# says: w -= rate \* w\.grad
# %% before
import torch
hours = torch.tensor([1., 2., 3., 4.]); marks = 3*hours + 1
w = torch.zeros(1, requires_grad=True); c = torch.zeros(1, requires_grad=True)
rate = 0.01
def mse(pred, true): return ((pred - true)**2).mean()
# %% cell
for step in range(6):
    loss = mse(w*hours + c, marks)
    loss.backward()
    with torch.no_grad():
        w += rate * w.grad
        c += rate * c.grad
        w.grad.zero_()
        c.grad.zero_()
# %% mended
for step in range(6):
    loss = mse(w*hours + c, marks)
    loss.backward()
    with torch.no_grad():
        w -= rate * w.grad
        c -= rate * c.grad
        w.grad.zero_()
        c.grad.zero_()
