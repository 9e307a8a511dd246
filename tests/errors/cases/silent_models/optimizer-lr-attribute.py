# notice: attributes.setting_without_effect
# source: constructed
# says: param_groups
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
opt.lr = 0.01
# %% mended
for g in opt.param_groups: g['lr'] = 0.01
