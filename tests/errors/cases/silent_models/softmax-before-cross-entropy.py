# notice: losses.activation_before_loss
# source: constructed
# says: softmax
# says: cross_entropy
# says: logits
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
probs = F.softmax(model(x), dim=1)
loss = F.cross_entropy(probs, y)
# %% mended
loss = F.cross_entropy(model(x), y)
