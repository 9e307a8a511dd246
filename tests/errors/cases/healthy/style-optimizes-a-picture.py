# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
vgg = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU())
target = torch.rand(1, 8, 14, 14)
# %% cell
img = torch.rand(1, 3, 16, 16, requires_grad=True)
opt = torch.optim.Adam([img], lr=0.1)
for i in range(3):
    opt.zero_grad()
    loss = F.mse_loss(vgg(img), target)
    loss.backward()
    opt.step()
img.shape
