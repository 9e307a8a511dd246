# notice: softmaxes.over_the_batch
# source: constructed
# says: dim=1
# says: items of the batch
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
preds = model(x)
probs = F.softmax(preds, dim=0)
# %% mended
preds = model(x)
probs = F.softmax(preds, dim=1)
