# rule: losses_given.class_instead_of_object
# source: https://stackoverflow.com/questions/52946920
# says: nn\.MSELoss\(\)\(preds, yb\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
preds = torch.randn(8, requires_grad=True); yb = torch.randn(8)
# %% fails
loss = nn.MSELoss(preds, yb)
# %% mended
loss = nn.MSELoss()(preds, yb)
