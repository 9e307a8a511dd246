# notice: models.softmax_layer_over_the_batch
# source: constructed
# says: dim=1
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
model2 = nn.Sequential(nn.Linear(4, 2), nn.Softmax(dim=0))
# %% mended
model2 = nn.Sequential(nn.Linear(4, 2), nn.Softmax(dim=1))
