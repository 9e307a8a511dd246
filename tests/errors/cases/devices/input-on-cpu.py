# rule: devices.apart
# source: https://stackoverflow.com/questions/66091226
# says: `?xb`? is on cpu
# says: xb = xb\.to\("meta"\)
# says: same device
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
xb = torch.randn(16, 4); yb = (xb.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
device = torch.device('meta')
model = model.to(device)
# %% fails
preds = model(xb)
# %% mended
xb = xb.to("meta")
preds = model(xb)
