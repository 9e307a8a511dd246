# notice: losses.activation_before_loss
# source: constructed
# says: sigmoid
# says: logits
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
loss = F.binary_cross_entropy_with_logits(torch.sigmoid(model(x)[:, 0]), y.float())
# %% mended
loss = F.binary_cross_entropy_with_logits(model(x)[:, 0], y.float())
