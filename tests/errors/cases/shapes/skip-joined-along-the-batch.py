# rule: layers.channels
# source: constructed
# says: the\s+batch:\s+one\s+item\s+behind\s+the\s+other
# says: x = torch\.cat\(\[x, skip\], 1\)
# %% before
import torch
from torch import nn
class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(3, 8, 3, padding=1)
        self.middle = nn.Conv2d(8, 8, 3, padding=1)
        self.up = nn.Sequential(nn.Conv2d(16, 4, 3, padding=1), nn.ReLU())
    def forward(self, x):
        skip = self.down(x)
        x = self.middle(skip)
        x = torch.cat([x, skip])
        return self.up(x)
net, xb = UNet(), torch.rand(4, 3, 16, 16)
# %% fails
out = net(xb)
# %% mended
class UNet(UNet):
    def forward(self, x):
        skip = self.down(x)
        x = self.middle(skip)
        x = torch.cat([x, skip], 1)
        return self.up(x)
out = UNet()(xb)
