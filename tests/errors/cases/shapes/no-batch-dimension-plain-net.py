# rule: layers.no_batch_dimension
# source: https://stackoverflow.com/questions/57237381
# says: batch
# says: img\.unsqueeze\(0\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
img = torch.rand(3, 16, 16)
# %% fails
out = net(img)
# %% mended
out = net(img.unsqueeze(0))
