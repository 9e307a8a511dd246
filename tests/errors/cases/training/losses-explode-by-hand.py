# notice: loop_results.loss_is_nan
# source: constructed
# says: lr=
# says: diverged
# %% before
import torch
w = torch.randn(2, requires_grad=True); x = torch.linspace(0, 10, 20); y = 3*x + 2; lr = 0.5
# %% cell
losses = []
for i in range(15):
    loss = ((w[0]*x + w[1] - y)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        w.grad.zero_()
    losses.append(loss.item())
