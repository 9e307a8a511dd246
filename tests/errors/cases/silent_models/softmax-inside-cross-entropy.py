# notice: losses.activation_before_loss
# source: constructed
# says: softmax
# says: logits
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
def step(xb, yb): return F.cross_entropy(F.softmax(model(xb), dim=1), yb)
step(x, y)
# %% mended
def step(xb, yb): return F.cross_entropy(model(xb), yb)
step(x, y)
