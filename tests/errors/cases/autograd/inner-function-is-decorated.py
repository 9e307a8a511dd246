# rule: autograd_lost.gradients_are_off
# source: constructed
# says: predict is marked with @torch.no_grad\(\)
# %% before
import torch, torch.nn.functional as F
from torch import nn
net = nn.Linear(3, 2)
@torch.no_grad()
def predict(xb): return net(xb)
def batch_loss(xb, yb): return F.cross_entropy(predict(xb), yb)
# %% fails
for epoch in range(2):
    loss = batch_loss(torch.randn(4, 3), torch.tensor([0, 1, 0, 1]))
    loss.backward()
# %% mended
def predict(xb): return net(xb)
for epoch in range(2):
    loss = batch_loss(torch.randn(4, 3), torch.tensor([0, 1, 0, 1]))
    loss.backward()
