# rule: autograd_lost.gradients_are_off
# source: constructed
# says: batch_loss is marked with @torch.no_grad\(\)
# says: def batch_loss\(xb, yb\):
# %% before
import torch, torch.nn.functional as F
from torch import nn
x, y = torch.randn(20, 3), torch.randint(0, 2, (20,))
net = nn.Linear(3, 2)
# %% fails
@torch.no_grad()
def batch_loss(xb, yb):
    out = net(xb)
    return F.cross_entropy(out, yb)
loss = batch_loss(x, y)
loss.backward()
# %% mended
def batch_loss(xb, yb):
    out = net(xb)
    return F.cross_entropy(out, yb)
loss = batch_loss(x, y)
loss.backward()
