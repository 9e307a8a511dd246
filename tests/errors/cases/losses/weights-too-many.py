# rule: losses_weights.class_weights
# source: constructed
# says: 3 numbers
# says: 2 outputs
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1., 2, 3]))
# %% fails
loss = criterion(model(xb), yb)
# %% mended
weight = torch.ones(2)  # then weight[i] = … for class i
loss = nn.CrossEntropyLoss(weight=weight)(model(xb), yb)
