# rule: channels_shared.reflection_too_wide
# source: constructed
# says: at\s+most\s+15
# says: nn\.ReplicationPad2d\(20\)
# %% before
import torch
from torch import nn
img = torch.rand(1, 3, 16, 16)
# %% fails
net = nn.Sequential(nn.ReflectionPad2d(20), nn.Conv2d(3, 4, 9))
out = net(img)
# %% mended
net = nn.Sequential(nn.ReplicationPad2d(20), nn.Conv2d(3, 4, 9))
out = net(img)
