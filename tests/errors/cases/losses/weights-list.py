# rule: losses_weights.class_weights
# source: constructed
# says: tensor\(\[1\.0, 5\.0\], dtype=torch\.float\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
# %% fails
criterion = nn.CrossEntropyLoss(weight=[1.0, 5.0])
# %% mended
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0], dtype=torch.float))
