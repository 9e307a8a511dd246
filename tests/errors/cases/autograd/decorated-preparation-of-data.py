# rule: not autograd_lost.gradients_are_off
# source: constructed
# says: frozen
# %% before
import torch, torch.nn.functional as F
from torch import nn
net = nn.Linear(3, 2).requires_grad_(False)
@torch.no_grad()
def normalized(x): return (x - x.mean()) / x.std()
# %% fails
xb, yb = normalized(torch.randn(4, 3)), torch.tensor([0, 1, 0, 1])
out = net(xb)
loss = F.cross_entropy(out, yb)
loss.backward()
