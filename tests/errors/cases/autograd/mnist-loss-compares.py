# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: true or false|comparison
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def mnist_loss(preds, targs): return ((preds > 0.5) == targs).float().mean()
lin = nn.Linear(4, 1)
# %% fails
loss = mnist_loss(lin(xb), yb[:, None])
loss.backward()
# %% mended
loss = F.binary_cross_entropy_with_logits(lin(xb), yb[:, None].float())
loss.backward()
