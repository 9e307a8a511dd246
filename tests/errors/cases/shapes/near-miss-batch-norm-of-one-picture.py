# rule: batch_and_heads.batch_norm_of_one
# source: constructed
# says: batch of 1
# %% before
import torch
from torch import nn

net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.BatchNorm2d(8), nn.Flatten())
x = torch.rand(1, 3, 16, 16)
# %% fails
net(x)
# %% mended
net.eval()
net(x)
