# notice: losses.shapes_broadcast_in_loss
# source: https://github.com/fastai/fastai/issues/1863
# says: \(64, 1\)
# says: broadcast
# %% before
import torch
from torch import nn
import torch.nn.functional as F
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
yf = x.sum(1)
reg = nn.Linear(4, 1)
loss_func = nn.MSELoss()
# %% cell
loss = loss_func(reg(x), yf)
# %% mended
loss = loss_func(reg(x), yf.unsqueeze(1))
