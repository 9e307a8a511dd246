# notice: rebound.parameter_named_anew
# source: constructed
# says: p\.copy_\(p - lr \* p\.grad\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 3); y = x.sum(1, keepdim=True)
# %% cell
model = nn.Linear(3, 1); lr = 0.1
for epoch in range(3):
    loss = F.mse_loss(model(x), y)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters(): p = p - lr * p.grad
    model.zero_grad()
# %% mended
model = nn.Linear(3, 1); lr = 0.1
for epoch in range(3):
    loss = F.mse_loss(model(x), y)
    loss.backward()
    with torch.no_grad():
        for p in model.parameters(): p.copy_(p - lr * p.grad)
    model.zero_grad()
