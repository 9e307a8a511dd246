# notice: none
# source: constructed
# %% before
import torch
x = torch.rand(50); prices = 3e5 + 1e5*x
w = torch.zeros(2, requires_grad=True)
# %% cell
losses = []
for i in range(20):
    loss = ((w[0]*x + w[1] - prices)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1*w.grad
        w.grad.zero_()
    losses.append(loss.item())
losses[-1]
