# rule: not autograd_lost.gradients_are_off
# source: constructed
# %% before
import torch, torch.nn.functional as F
from torch import nn
net = nn.Linear(3, 2).requires_grad_(False)
@torch.no_grad()
def accuracy(out, yb): return (out.argmax(1) == yb).float().mean()
# %% fails
yb = torch.tensor([0, 1, 0, 1])
out = net(torch.randn(4, 3))
acc = accuracy(out, yb)
loss = F.cross_entropy(out, yb)
loss.backward()
