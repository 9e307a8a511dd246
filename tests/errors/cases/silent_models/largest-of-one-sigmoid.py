# notice: one_output.largest_of_one_output
# source: constructed
# says: above\s+0\.5:\s+preds\s+=\s+\(out\.squeeze\(1\)\s+>\s+0\.5\)\.long\(\)
# %% before
import torch
from torch import nn
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
net = nn.Sequential(nn.Linear(3, 1), nn.Sigmoid())
# %% cell
out = net(x)
preds = out.argmax(dim=1)
score = (preds == y).float().mean()
# %% mended
out = net(x)
preds = (out.squeeze(1) > 0.5).long()
score = (preds == y).float().mean()
