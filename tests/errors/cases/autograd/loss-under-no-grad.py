# rule: autograd_lost.gradients_are_off
# source: https://discuss.pytorch.org/t/runtimeerror-element-0-of-variables-does-not-require-grad-and-does-not-have-a-grad-fn/11074
# says: no_grad
# says: outside
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
with torch.no_grad():
    preds = model(xb)
    loss = F.cross_entropy(preds, yb)
loss.backward()
# %% mended
preds = model(xb)
loss = F.cross_entropy(preds, yb)
loss.backward()
