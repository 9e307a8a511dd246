# rule: losses_given.backward_of_loss_function
# source: constructed
# says: loss function
# says: loss_fn\(preds
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
loss_fn = nn.CrossEntropyLoss()
# %% fails
loss_fn(model(xb), yb)
loss_fn.backward()
# %% mended
loss = loss_fn(model(xb), yb)
loss.backward()
