# rule: autograd_numpy.numpy_of_grad
# source: constructed
# says: detach
# says: losses\.detach\(\)\.numpy\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
losses = F.cross_entropy(model(xb), yb, reduction='none')
# %% fails
losses.numpy()
# %% mended
losses.detach().numpy()
