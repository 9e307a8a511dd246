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
reg = nn.Linear(4, 1)
yf = x.sum(1)
preds = reg(x).squeeze(-1)
loss = ((preds - yf)**2).mean()
loss2 = F.mse_loss(reg(x), yf[:, None])
