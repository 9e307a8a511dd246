# rule: optimizers.class_of_optimizer
# source: constructed
# says: class
# says: optim\.Adam\(model\.parameters\(\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
opt = torch.optim.Adam
# %% fails
opt.zero_grad()
# %% mended
opt = optim.Adam(model.parameters(), lr=1e-3)
opt.zero_grad()
