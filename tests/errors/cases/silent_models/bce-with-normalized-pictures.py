# notice: binary_targets.labels_beyond_one
# source: constructed
# says: between\s+0\s+and\s+1
# says: MSELoss
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
pics = torch.randn(10, 36)
coder = nn.Sequential(nn.Linear(36, 8), nn.ReLU(), nn.Linear(8, 36))
# %% cell
loss = nn.BCEWithLogitsLoss()(coder(pics), pics)
loss.backward()
# %% mended
loss = nn.MSELoss()(coder(pics), pics)
loss.backward()
