# notice: loop_results.loss_is_nan
# source: constructed
# says: km\s+=\s+\(km\s+-\s+km\.mean\(0\)\)\s+/\s+km\.std\(0\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
km = torch.rand(50, 2) * 900; cost = km @ torch.tensor([.2, .1]) + 3
w = torch.zeros(2, requires_grad=True)
# %% cell
history_loss = []
for i in range(60):
    loss = ((km @ w - cost)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.001 * w.grad
        w.grad.zero_()
    history_loss.append(loss.item())
# %% mended
w = torch.zeros(2, requires_grad=True)
km = (km - km.mean(0)) / km.std(0)
history_loss = []
for i in range(60):
    loss = ((km @ w - cost)**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.001 * w.grad
        w.grad.zero_()
    history_loss.append(loss.item())
