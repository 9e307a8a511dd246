# rule: autograd_twice.backward_twice
# source: constructed
# says: before the\s+loop
# says: inside the loop
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = optim.SGD(model.parameters(), lr=0.1)
# %% fails
preds = model(xb)
loss = F.cross_entropy(preds, yb)
for epoch in range(3):
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
for epoch in range(3):
    preds = model(xb)
    loss = F.cross_entropy(preds, yb)
    opt.zero_grad()
    loss.backward()
    opt.step()
