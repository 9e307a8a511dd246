# rule: dimensions.shape_unpacked
# source: constructed
# says: batch
# says: x\.unsqueeze\(0\)
# %% before
import torch
from torch import nn
class Pad(nn.Module):
    def forward(self, x):
        b, c, h, w = x.shape
        return x.view(b, c * h * w)
net = Pad()
img = torch.rand(3, 8, 8)
# %% fails
net(img)
# %% mended
net(img.unsqueeze(0))
