# rule: norms_of_one_pixel.instance_norm_of_one_pixel
# source: constructed
# says: net\[2\] = nn\.Identity\(\)
# says: Leave this norm out \(a map of one\s+pixel needs none\):
# %% before
import torch
from torch import nn

net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.InstanceNorm2d(8), nn.Flatten())
x = torch.rand(5, 3, 16, 16)
# %% fails
net.eval()
net(x)
# %% mended
net[2] = nn.Identity()
net.eval()
net(x)
