# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% cell
model[0].weight.requires_grad = False
for p in model.parameters(): p.requires_grad = True
for g in opt.param_groups: g['lr'] = 0.01
model.name = 'mine'
model.training
torch.save(model.state_dict(), 'm.pth')
model.load_state_dict(torch.load('m.pth'), strict=False)
