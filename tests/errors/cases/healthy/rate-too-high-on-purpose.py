# notice: none
# source: constructed
# %% before
import torch
w = torch.ones(3, requires_grad=True)
# %% cell
# What happens when the rate is far too high? The loss explodes:
losses = []
for _ in range(20):
    loss = (w ** 2).sum()
    loss.backward()
    with torch.no_grad():
        w -= 2.0 * w.grad
        w.grad.zero_()
    losses.append(loss.item())
losses[:3]
