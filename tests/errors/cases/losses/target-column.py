# rule: losses.target_is_a_column
# source: https://discuss.pytorch.org/t/runtimeerror-multi-target-not-supported-newbie/10216
# says: \(16, 1\)
# says: targets\.squeeze\(1\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
targets = yb[:, None]
loss_fn = nn.CrossEntropyLoss()
# %% fails
loss = loss_fn(model(xb), targets)
# %% mended
loss = loss_fn(model(xb), targets.squeeze(1))
