# rule: autograd_numpy.numpy_of_grad
# source: constructed
# says: preds\.detach\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
import matplotlib.pyplot as plt
preds = model(xb)
# %% fails
plt.plot(preds)
# %% mended
plt.plot(preds.detach())
