# notice: none
# source: constructed
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU())
def excite(start, n, lr=0.5):
    canvas = start.clone().requires_grad_()
    for i in range(n):
        loss = net(canvas)[:, 1].mean()
        loss.backward()
        canvas.data += lr * canvas.grad.data
        canvas.grad.zero_()
    return canvas.detach()
# %% cell
out = excite(torch.rand(1, 3, 8, 8), 3)
for i in range(2):
    out = excite(out, 2)
